"""Services with hours of their own on one day, in words that hold all day long."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.hours import Day, Interval
from events.timetable import Timetable
from events.wording.week import hours_text
from pages.bulgarian import dates
from pages.navigation import active_language


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service on a day: its hours, and the last call when it ends before the place closes."""

    name: str
    text: str
    is_offered: bool
    note: str = ""


def service_rows(hours: Timetable, slug: str, day: Day) -> list[ServiceRow]:
    """The services of a department (an empty slug: of the library) on one of its resolved days."""
    return [
        ServiceRow(
            service.named(active_language()),
            hours_text(offered) or (_("не се предлага") if day.is_open else _("затворено")),
            bool(offered),
            _last_call(offered, day),
        )
        for service, offered in hours.services_on(slug, day)
    ]


def ending_earlier(hours: Timetable, day: Day) -> list[ServiceRow]:
    """The services of the library that end before it closes on a day."""
    return [row for row in service_rows(hours, "", day) if row.note]


def _last_call(offered: tuple[Interval, ...], day: Day) -> str:
    if not offered or offered[-1].closes >= day.intervals[-1].closes:
        return ""
    return _("приемаме до %(time)s") % {"time": dates.clock(offered[-1].closes)}
