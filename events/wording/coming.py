"""What is coming in the hours of one schedule: seasons, and days that differ from the week."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from events.hours import Day, Schedule, Season, span
from events.wording.week import hours_text, short_reasons, summary
from pages.navigation import active_language

LOOK_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class SeasonShown:
    """A season with its week in few lines; `begun` when it holds today."""

    name: str
    start: date
    end: date
    begun: bool
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unusual:
    """Days in a row that differ from the week in the same way, both inclusive."""

    first: date
    last: date
    is_open: bool
    text: str
    reason: str
    url: str = ""


def coming_seasons(schedule: Schedule, today: date) -> list[SeasonShown]:
    """The season that holds and those to come, its own or, without hours of its own, the parent's."""
    own = schedule.seasons
    if not own and schedule.regular is None and schedule.parent:
        return coming_seasons(schedule.parent, today)
    found = sorted((one for one in own if one.end >= today), key=lambda one: (one.start, one.end))
    return [_shown(one, today) for one in found]


def unusual_spans(
    schedule: Schedule, today: date, explained_at: Callable[[date], str] | None = None
) -> list[Unusual]:
    """The coming days, today included, that an exception or a closure makes differ from the week."""
    found: list[Unusual] = []
    for day in span(schedule, today, today + LOOK_AHEAD):
        if not day.is_exceptional or day.intervals == day.usual:
            continue
        one = _unusual(day, explained_at)
        if found and _goes_on(found[-1], one):
            found[-1] = replace(found[-1], last=one.last)
        else:
            found.append(one)
    return found


def _shown(season: Season, today: date) -> SeasonShown:
    named = active_language() == "bg" and season.name
    return SeasonShown(
        name=season.name if named else _("Сезонно работно време"),
        start=season.start,
        end=season.end,
        begun=season.covers(today),
        lines=tuple(summary(season.week)),
    )


def _unusual(day: Day, explained_at: Callable[[date], str] | None) -> Unusual:
    return Unusual(
        first=day.day,
        last=day.day,
        is_open=day.is_open,
        text=hours_text(day.intervals) or _("затворено"),
        reason=short_reasons(day),
        url=explained_at(day.day) if explained_at else "",
    )


def _goes_on(before: Unusual, one: Unusual) -> bool:
    told_alike = (before.text, before.reason) == (one.text, one.reason)
    return told_alike and before.last + timedelta(days=1) == one.first
