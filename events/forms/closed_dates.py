"""The form by which an editor decides about the dates of an event on closed days."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from events.actions import Choice, Decision
from events.models import EventPage
from events.models.conflicts import Conflict, moved, next_open_day
from events.models.limits import year_errors
from events.models.statuses import closing_reason
from events.planning.when import as_moment
from events.recurrence import localise

LATER = ("", _("ще реша по-късно"))
CHOICES = [
    (Choice.KEEP.value, _("провежда се")),
    (Choice.SKIP.value, _("отменя се")),
    (Choice.MOVE.value, _("премества се на:")),
]
FOR_ALL = [
    ("", _("избирам за всяка дата поотделно")),
    (Choice.KEEP.value, _("всички се провеждат")),
    (Choice.SKIP.value, _("всички се отменят")),
    (Choice.MOVE.value, _("всички се преместват на посочените дни")),
]


class ForAllForm(forms.Form):
    """One choice for the dates about which nothing else was chosen."""

    choice = forms.ChoiceField(
        label=_("За всички дати"), choices=FOR_ALL, required=False, widget=forms.RadioSelect
    )


class ClosedDateForm(forms.Form):
    """The choice about one date; the new day is the next open one unless the editor says another."""

    choice = forms.ChoiceField(choices=[LATER, *CHOICES], required=False, widget=forms.RadioSelect)
    new_day = forms.DateField(label=_("Нов ден"), required=False, widget=AdminDateInput)
    new_time = forms.TimeField(label=_("Нов час"), required=False, widget=AdminTimeInput)

    def __init__(self, event: EventPage, conflict: Conflict, data: Mapping[str, Any] | None) -> None:
        self.event, self.conflict = event, conflict
        start = conflict.row.local_start
        initial = {"choice": "", "new_day": next_open_day(event, conflict.row), "new_time": start.time()}
        prefix = f"d{conflict.row.original_local_start:%Y%m%d%H%M}"
        super().__init__(data, prefix=prefix, initial=initial)
        self.fields["choice"].label = conflict.row.when
        if conflict.row.all_day:
            del self.fields["new_time"]

    def decide(self, for_all: str, taken: set[datetime]) -> Decision | None:
        """What was chosen, None to decide later; puts errors at the fields of a new time that cannot be."""
        choice = self.cleaned_data.get("choice") or for_all
        if not choice or self.errors:
            return None
        row, why = self.conflict.row, self.conflict.why
        if choice != Choice.MOVE:
            return Decision(row, Choice(choice), why)
        start = self._new_start()
        if start:
            self._refuse(start, taken)
            taken.add(start)
        return None if self.errors else Decision(row, Choice.MOVE, why, start)

    def _new_start(self) -> datetime | None:
        day: date | None = self.cleaned_data.get("new_day")
        hour: time | None = time.min if self.conflict.row.all_day else self.cleaned_data.get("new_time")
        if day is None:
            self.add_error("new_day", _("Въведете на кой ден се премества."))
        elif year_errors({"new_day": day}):
            self.add_error("new_day", year_errors({"new_day": day})["new_day"])
        elif hour is None:
            self.add_error("new_time", _("Въведете в колко часа се премества."))
        else:
            return datetime.combine(day, hour)
        return None

    def _refuse(self, start: datetime, taken: set[datetime]) -> None:
        others = {as_moment(one) for one in self.event.when.starts(start.date(), _after(start.date()))}
        why = closing_reason(self.event, moved(self.conflict.row, start))
        if localise(start) <= timezone.now():
            self.add_error("new_day", _("Този момент е минал. Изберете бъдеща дата."))
        elif start in taken or start in others:
            self.add_error(
                "new_day", _("По това време вече има друга дата на събитието. Изберете друго време.")
            )
        elif why:
            text = _("И тогава е затворено: %(why)s. Изберете друг ден.")
            self.add_error("new_day", text % {"why": why})


class ClosedDatesForm:
    """The dates of an event on closed days, each with its choice, and one choice for all."""

    def __init__(
        self, event: EventPage, conflicts: list[Conflict], data: Mapping[str, Any] | None = None
    ) -> None:
        self.for_all = ForAllForm(data, prefix="all")
        self.rows = [ClosedDateForm(event, one, data) for one in conflicts]
        changed = (row.as_change() for row in event.changes.all())
        self._taken = {one.new_start for one in changed if one and one.new_start}
        self.decisions: list[Decision] = []

    @property
    def media(self) -> forms.Media:
        """The scripts of the date fields; the form works without them."""
        return sum((row.media for row in self.rows), forms.Media())

    @property
    def undecided(self) -> int:
        """How many dates are left for later."""
        return len(self.rows) - len(self.decisions)

    def is_valid(self) -> bool:
        """Whether every choice can be; fills in `decisions`."""
        right = [form.is_valid() for form in (self.for_all, *self.rows)]
        if not right[0]:
            return False
        self.decisions = list(self._decisions())
        return not any(row.errors for row in self.rows)

    def _decisions(self) -> Iterator[Decision]:
        for row in self.rows:
            decision = row.decide(self.for_all.cleaned_data["choice"], self._taken)
            if decision:
                yield decision


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
