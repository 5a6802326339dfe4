"""The form of a service: its hours lie within those of its department."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.week import DAY_FIELDS, WeekForm, cell_error
from events.hours import Interval, write_intervals
from events.hours.intervals import common, merged


class ServiceForm(WeekForm):
    """A service that is offered when its department is never open is a slip of the pen."""

    @property
    def month(self) -> None:
        """A service changes no hours of a department."""

    def clean(self) -> dict[str, Any]:
        """Compare each day with all the weeks, regular and of seasons, of the department."""
        values: dict[str, Any] = super().clean()
        if "department" in self.errors or "department" not in values:
            return values
        weeks = _weeks_of(values["department"])
        for weekday, name in enumerate(DAY_FIELDS):
            offered = values.get(name) or ()
            open_then = merged(one for week in weeks for one in week[weekday])
            if weeks and common(offered, open_then) != merged(offered):
                cell_error(self, weekday, _outside(open_then))
        return values


def _outside(open_then: tuple[Interval, ...]) -> ValidationError:
    if not open_then:
        text = _("В този ден отделът не работи. Оставете деня празен или първо променете работното време.")
        return ValidationError(text, code="outside")
    text = _("Отделът е отворен %(hours)s. Услугата не може да е извън това време.")
    return ValidationError(text, code="outside", params={"hours": write_intervals(open_then)})


def _weeks_of(department: Any) -> list[tuple[tuple[Interval, ...], ...]]:
    """The weeks a department, or else the library, has or will have."""
    from events.timetable import timetable

    schedule = timetable().schedule(department.slug if department else "")
    weeks: Iterable[Any] = [season.week for season in schedule.seasons]
    # Outside its seasons a department without a regular week follows the library.
    holder = schedule
    while holder.regular is None and holder.parent:
        holder = holder.parent
        weeks = [*weeks, *(season.week for season in holder.seasons)]
    return [week.days for week in [*weeks, holder.regular] if week]
