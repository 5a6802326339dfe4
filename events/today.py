"""Open or closed now, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from events.hours import Schedule, State, resolve, state_at
from events.recurrence import localise, to_wall
from events.timetable import ClosedDay, Timetable
from events.wording.moments import at_time, on_weekday_and_date
from events.wording.week import hours_text, short_reason, short_reasons
from pages.bulgarian import dates
from pages.navigation import active_language

LOOK_AHEAD_DAYS = 62
LAST_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class TodayState:
    """The library at an instant: `closes` and `opens` are ready words, empty when they do not apply.

    `until` is when these words cease to be true: the next change, the last hour, midnight.
    """

    today: date
    is_open: bool
    hours: str
    closes: str
    opens: str
    reason: str
    short: str
    last_hour: bool
    until: datetime


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
    besides: str = ""


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
        last_hour=state.closes is not None and state.closes - now <= LAST_HOUR,
        until=_until(state, now),
    )


def midnight_after(now: datetime) -> datetime:
    """When the day of an aware instant ends in Europe/Sofia."""
    return localise(datetime.combine(to_wall(now).date() + timedelta(days=1), time.min))


def _until(state: State, now: datetime) -> datetime:
    last_hour = state.closes - LAST_HOUR if state.closes else None
    return min(one for one in (midnight_after(now), state.changes, last_hour) if one and one > now)


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
    named = closed.scope or closed.besides
    values["departments"] = ", ".join(hours.name(slug, active_language()) for slug in named)
    if closed.besides:
        return _("Библиотеката не обслужва читатели %(when)s, освен %(departments)s: %(reason)s.") % values
    if not closed.scope:
        return _("Библиотеката не обслужва читатели %(when)s: %(reason)s.") % values
    return _("Не обслужват читатели %(when)s: %(departments)s (%(reason)s).") % values


def closed_rows(closed: Iterable[ClosedDay], hours: Timetable) -> list[ClosedRow]:
    """Closed days as lines of a list."""
    return [
        ClosedRow(
            one.date,
            closed_reason(one),
            ", ".join(hours.name(slug, active_language()) for slug in one.scope),
            closed_sentence(one, hours),
            ", ".join(hours.name(slug, active_language()) for slug in one.besides),
        )
        for one in closed
    ]


def closed_reason(closed: ClosedDay) -> str:
    """Why a day is closed, in a few words."""
    return "; ".join(dict.fromkeys(filter(None, (short_reason(reason) for reason in closed.reasons))))
