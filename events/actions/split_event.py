"""From a date on, an event of its own: the old one ends before it, the new one carries the rest."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop
from wagtail.actions.copy_page import CopyPageAction
from wagtail.log_actions import log

from events.models import EventPage, OccurrenceChange
from events.planning.when import as_moment
from events.recurrence import Rule, UserError, to_wall
from pages.page_forms import available_slug

DAY = timedelta(days=1)


class CannotSplit(UserError):
    """A date from which an event cannot be split."""

    messages = {
        "single": gettext_noop("Събитието не се повтаря, затова няма какво да се отдели."),
        "not-a-date": gettext_noop("Събитието няма дата на %(day)s. Изберете дата от повторението."),
        "first": gettext_noop("%(day)s е първата дата на събитието: преди нея няма какво да остане."),
    }


@dataclass
class SplitEvent:
    """End an event before a day and continue it from there as a new one; both only as drafts.

    The old event keeps its address, its UID and the dates before the day. CannotSplit when the day is not
    a later date of the rule; CopyPagePermissionError when the user may not copy.
    """

    event: EventPage
    day: date
    user: Any = None

    def execute(self) -> EventPage:
        """Save both drafts in one transaction and return the new event."""
        rule, number = self.check()
        with transaction.atomic():
            new = self._continuation(rule, number)
            self._end(rule)
            self._note("events.split", self.event, new)
            self._note("events.continue", new, self.event)
        return new

    def _note(self, action: str, page: EventPage, other: EventPage) -> None:
        data = {"day": f"{self.day:%d.%m.%Y}", "title": other.title, "page": other.pk}
        log(page, action, user=self.user, data=data)

    def check(self) -> tuple[Rule, int]:
        """The rule and the number of its dates before the day."""
        rule, start = self.event.rule, self.event.start_date
        said = f"{self.day:%d.%m.%Y}"
        if rule is None:
            raise CannotSplit("single")
        if self.day <= start:
            raise CannotSplit("first", day=said)
        if not self.event.when.starts(self.day, self.day + DAY):
            raise CannotSplit("not-a-date", day=said)
        number = self._number_before(rule) if rule.count else 0
        return rule, number

    def _number_before(self, rule: Rule) -> int:
        first = self.event.first_start
        dates = rule.next_dates(first, first, rule.count or 0)
        return sum(as_moment(one).date() < self.day for one in dates)

    def _continuation(self, rule: Rule, number: int) -> EventPage:
        parent = self.event.get_parent()
        slug = available_slug(self.event.title, lambda text: EventPage._slug_is_available(text, parent))
        copied = CopyPageAction(
            self.event,
            to=parent,
            update_attrs={"slug": slug},
            copy_revisions=False,
            keep_live=False,
            user=self.user,
        ).execute()
        new: EventPage = EventPage.objects.get(pk=copied.pk)
        moved_by = self.day - self.event.start_date
        new.start_date = self.day
        new.end_date = self.event.end_date + moved_by if self.event.end_date else None
        new.recurrence = str(replace(rule, count=rule.count - number if rule.count else None))
        new.changes.set([one for one in new.changes.all() if self._is_later(one)])
        new.save_revision(user=self.user, changed=True)
        new.save()
        return new

    def _end(self, rule: Rule) -> None:
        last = self.day - DAY
        until = last if self.event.start_time is None else datetime.combine(last, time(23, 59, 59))
        self.event.recurrence = str(replace(rule, count=None, until=until))
        self.event.changes.set([one for one in self.event.changes.all() if not self._is_later(one)])
        self.event.save_revision(user=self.user, changed=True)

    def _is_later(self, change: OccurrenceChange) -> bool:
        moment = change.recurrence_id or change.new_start
        return moment is not None and to_wall(moment).date() >= self.day
