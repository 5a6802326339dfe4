"""The same event on another date: a draft with all the content, and an identity of its own."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction

from events.models import EventPage, EventStatus
from events.recurrence import Rule, localise, to_wall
from pages.page_forms import available_slug


@dataclass
class DuplicateEvent:
    """Copy the latest version of an event to a new first day, as a draft.

    The last day, the opening, and the end of a repetition move with it; changes of single dates, photo
    reports and a state such as "cancelled" stay behind. `repeats` False makes a single event of it.
    CopyPagePermissionError when the user may not copy.
    """

    event: EventPage
    day: date
    title: str = ""
    repeats: bool = True
    user: Any = None

    def execute(self) -> EventPage:
        """Save the draft in one transaction and return it."""
        parent = self.event.get_parent()
        title = self.title or self.event.title
        slug = available_slug(title, lambda text: EventPage._slug_is_available(text, parent))
        with transaction.atomic():
            copied = CopyPageAction(
                self.event,
                to=parent,
                update_attrs={"title": title, "draft_title": title, "slug": slug},
                copy_revisions=False,
                keep_live=False,
                user=self.user,
            ).execute()
            new: EventPage = EventPage.objects.get(pk=copied.pk)
            self._move(new)
            new.check_dates()
            new.save_revision(user=self.user, changed=True)
            new.save()
        return new

    def _move(self, new: EventPage) -> None:
        moved_by = self.day - self.event.start_date
        new.start_date = self.day
        new.end_date = new.end_date + moved_by if new.end_date else None
        if new.opening_start:
            new.opening_start = localise(to_wall(new.opening_start) + moved_by)
        new.recurrence = self._rule(moved_by)
        new.changes.set([])
        new.status, new.status_reason = EventStatus.PLANNED, ""
        new.go_live_at = new.expire_at = None

    def _rule(self, moved_by: timedelta) -> str:
        if not (self.repeats and self.event.recurrence):
            return ""
        rule: Rule = Rule.parse(self.event.recurrence)
        return str(replace(rule, until=rule.until + moved_by) if rule.until else rule)
