"""When something opens, closes or takes place, in the active language."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.recurrence import to_wall
from pages.bulgarian import dates
from pages.navigation import active_language

ON_WEEKDAYS = (
    gettext_lazy("в понеделник"),
    gettext_lazy("във вторник"),
    gettext_lazy("в сряда"),
    gettext_lazy("в четвъртък"),
    gettext_lazy("в петък"),
    gettext_lazy("в събота"),
    gettext_lazy("в неделя"),
)


def on_day(day: date, today: date) -> str:
    """„днес“, „утре“, „в петък“ within a week, „на 5 януари“ beyond it."""
    ahead = (day - today).days
    if ahead == 0:
        return _("днес")
    if ahead == 1:
        return _("утре")
    if 1 < ahead < 7:
        return str(ON_WEEKDAYS[day.weekday()])
    return on_date(day)


def on_date(day: date) -> str:
    """„на 5 януари“."""
    return _("на %(date)s") % {"date": dates.day_and_month(day, active_language())}


def on_weekday_and_date(day: date) -> str:
    """„в четвъртък, 26 ноември“."""
    return f"{ON_WEEKDAYS[day.weekday()]}, {dates.day_and_month(day, active_language())}"


def at_time(moment: datetime, today: date) -> str:
    """„утре в 8:30“, for an aware moment."""
    wall = to_wall(moment)
    return _("%(day)s в %(time)s") % {"day": on_day(wall.date(), today), "time": dates.clock(wall.time())}


def day_heading(day: date) -> str:
    """„сряда, 25 ноември 2026 г.“."""
    language = active_language()
    return f"{dates.weekday_name(day, language)}, {dates.long_date(day, language)}"


def period(first: date, last: date, all_day: bool, start: datetime, end: datetime | None) -> str:
    """When one date takes place: „сряда, 25 ноември 2026 г., 18:00–19:30“; times are wall-clock."""
    language = active_language()
    if all_day:
        return day_heading(first) if first == last else dates.date_range(first, last, language)
    if end is None or end.date() == start.date():
        return f"{day_heading(first)}, {dates.time_range(start.time(), end.time() if end else None)}"
    if end - start < timedelta(hours=12):
        return f"{day_heading(first)}, {dates.time_range(start.time(), end.time())}"
    return (
        f"{day_heading(first)}, {dates.clock(start.time())} – {day_heading(last)}, {dates.clock(end.time())}"
    )
