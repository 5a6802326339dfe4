"""Open or closed now, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from events.hours import Schedule, State, resolve, span, state_at
from events.recurrence import to_wall
from events.timetable import ClosedDay, Timetable
from events.wording.moments import at_time, on_weekday_and_date
from events.wording.week import hours_text, short_reason, short_reasons
from pages.bulgarian import dates
from pages.navigation import active_language

LOOK_AHEAD_DAYS = 62


@dataclass(frozen=True, slots=True)
class TodayState:
    """The library at an instant: `closes` and `opens` are ready words, empty when they do not apply."""

    today: date
    is_open: bool
    hours: str
    closes: str
    opens: str
    reason: str
    short: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A department whose hours today are not those of the library."""

    slug: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A closed day as a line: why, of which departments (empty for the whole library), as one sentence."""

    date: date
    reason: str
    departments: str
    sentence: str


def today_state(schedule: Schedule, now: datetime) -> TodayState:
    """The state of a schedule at an aware instant, in the active language."""
    state = state_at(schedule, now)
    today = to_wall(now).date()
    reason = short_reasons(state.day) if state.day.is_exceptional else ""
    return TodayState(
        today=today,
        is_open=state.is_open,
        hours=hours_text(state.day.intervals),
        closes=dates.clock(to_wall(state.closes).time()) if state.closes else "",
        opens=at_time(state.opens, today) if state.opens else "",
        reason=reason,
        short=_short(state, today, reason),
    )


def _short(state: State, today: date, reason: str) -> str:
    if state.closes:
        return _("отворено до %(time)s") % {"time": dates.clock(to_wall(state.closes).time())}
    if not state.day.is_open and reason:
        return _("затворено днес: %(reason)s") % {"reason": reason}
    if state.opens:
        return _("затворено – отваря %(when)s") % {"when": at_time(state.opens, today)}
    return _("затворено")


def differing_today(hours: Timetable, today: date) -> list[Differing]:
    """The departments that are open at other times today than the library."""
    library = resolve(hours.library, today)
    found = []
    for one in hours.with_own_hours():
        day = resolve(hours.schedules[one.slug], today)
        if day.intervals != library.intervals:
            why = short_reasons(day) if day.is_exceptional else ""
            text = hours_text(day.intervals) or (
                _("затворено – %(reason)s") % {"reason": why} if why else _("затворено")
            )
            found.append(Differing(one.slug, one.name(active_language()), text))
    return found


def closed_sentence(closed: ClosedDay, hours: Timetable) -> str:
    """„В четвъртък, 26 ноември, библиотеката е затворена за читатели: неработен ден с читатели.“"""
    values = {"when": on_weekday_and_date(closed.date), "reason": closed_reason(closed)}
    if not closed.scope:
        return _("Библиотеката не обслужва читатели %(when)s: %(reason)s.") % values
    names = [hours.name(slug, active_language()) for slug in closed.scope]
    values["departments"] = ", ".join(names)
    return _("Не обслужват читатели %(when)s: %(departments)s (%(reason)s).") % values


def closed_rows(closed: Iterable[ClosedDay], hours: Timetable) -> list[ClosedRow]:
    """Closed days as lines of a list."""
    return [
        ClosedRow(
            one.date,
            closed_reason(one),
            ", ".join(hours.name(slug, active_language()) for slug in one.scope),
            closed_sentence(one, hours),
        )
        for one in closed
    ]


def closed_reason(closed: ClosedDay) -> str:
    """Why a day is closed, in a few words."""
    return "; ".join(dict.fromkeys(filter(None, (short_reason(reason) for reason in closed.reasons))))


def coming_closed(schedule: Schedule, slug: str, today: date) -> list[ClosedDay]:
    """The coming days on which one schedule is closed beyond its week, today included."""
    days = span(schedule, today, today + timedelta(days=LOOK_AHEAD_DAYS))
    return [
        ClosedDay(day.day, day.applied, (slug,)) for day in days if day.is_exceptional and not day.is_open
    ]
