"""Days and weeks of opening hours as a page shows them, in the active language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from events.hours import CLOSURE_KINDS, Day, Interval, Reason, ReasonKind, Schedule, Week, span
from pages.bulgarian import dates
from pages.navigation import active_language


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line of a week: the weekday, the hours in words, what is unusual and where it is explained."""

    day: date
    label: str
    text: str
    state: str
    note: str = ""
    current: bool = False
    url: str = ""


def hours_text(intervals: Iterable[Interval]) -> str:
    """„8:30–12:00, 13:00–18:30“; empty for a closed day."""
    return ", ".join(str(interval) for interval in intervals)


def short_reason(reason: Reason) -> str:
    """What a reason says, without how it recurs."""
    language = active_language()
    text = reason.text if language == "bg" else reason.text_en or reason.text
    kinds = CLOSURE_KINDS.get(reason.closure_kind, {})
    return text or kinds.get(language, "")


def short_reasons(day: Day) -> str:
    """Why a day is unusual, in a few words."""
    special = (ReasonKind.EXCEPTION, ReasonKind.CLOSURE)
    found = [short_reason(reason) for reason in day.applied if reason.kind in special]
    return "; ".join(dict.fromkeys(filter(None, found)))


def week_rows(
    schedule: Schedule, today: date, explained_at: Callable[[date], str] | None = None
) -> list[DayRow]:
    """The seven days, from Monday, of the week of `today`; `explained_at` addresses the unusual ones."""
    monday = today - timedelta(days=today.weekday())
    rows = [day_row(day, today) for day in span(schedule, monday, monday + timedelta(days=6))]
    return [replace(row, url=explained_at(row.day)) if explained_at and row.note else row for row in rows]


def day_row(day: Day, today: date | None = None) -> DayRow:
    """One day as a line; current when it is `today`."""
    unusual = day.is_exceptional
    if day.is_open:
        state, text = ("changed" if unusual else "open"), hours_text(day.intervals)
    else:
        state, text = ("closed", _("затворено")) if unusual else ("rest", _("почивен ден"))
    note = short_reasons(day) if unusual else ""
    return DayRow(
        day.day, dates.weekday_name(day.day, active_language()), text, state, note, day.day == today
    )


def usual_week(schedule: Schedule, today: date) -> Week | None:
    """The week that holds today without exceptions and closures: a season's, else the regular one."""
    covering = [season for season in schedule.seasons if season.covers(today)]
    if covering:
        return min(covering, key=lambda season: season.end - season.start).week
    if schedule.regular is None and schedule.parent:
        return usual_week(schedule.parent, today)
    return schedule.regular


def visiting_text(week: Week) -> str:
    """„вторник – събота 10:00–17:00, неделя 11:00–14:00“; empty for a week without hours."""
    return ", ".join(f"{days} {hours}" for days, hours in summary(week))


def summary(week: Week) -> list[tuple[str, str]]:
    """A week in few lines: („понеделник – петък“, „8:30–18:30“); closed days are left out."""
    language = active_language()
    monday = date(2024, 1, 1)
    days = [monday + timedelta(days=number) for number in range(7)]
    lines = []
    for intervals, group in groupby(days, key=week.on):
        first, *rest = [dates.weekday_name(day, language) for day in group]
        if intervals:
            label = f"{first} – {rest[-1]}" if rest else first
            lines.append((label, hours_text(intervals)))
    return lines
