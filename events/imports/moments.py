"""Dates and times of somebody else's calendar, read as wall-clock time in Europe/Sofia."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

from dateutil.tz import tzical
from icalendar import vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from events.imports.content_lines import Component, Property
from events.imports.problems import ImportProblem
from events.recurrence import FIRST_YEAR, LAST_YEAR, sofia, to_wall

Moment = date | datetime

_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?", re.ASCII)
_YEARLY = re.compile(r"RRULE[;:](?:[^:]*:)?[^\n]*FREQ=(?!YEARLY)", re.IGNORECASE)
_LONGEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as it was written: a date, or a naive datetime with the zone it is in."""

    written: Moment
    zone: tzinfo

    @property
    def all_day(self) -> bool:
        return not isinstance(self.written, datetime)

    @property
    def sofia(self) -> Moment:
        """The date as it is, or what clocks in Europe/Sofia show."""
        return in_sofia(self.written, self.zone)


def in_sofia(moment: Moment, zone: tzinfo) -> Moment:
    """A date as it is; a naive datetime of a zone as wall-clock time in Europe/Sofia."""
    if not isinstance(moment, datetime) or zone is sofia():
        return moment
    return to_wall(moment.replace(tzinfo=zone))


class Zones:
    """The zones a calendar names: those of the tz database first, then those it describes itself."""

    def __init__(self, described: Iterable[Component]) -> None:
        self._described = {one.value("TZID"): one for one in described}
        self._found: dict[str, tzinfo] = {}

    def named(self, name: str) -> tzinfo:
        """The zone of a TZID; ImportProblem for one that nothing describes."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> tzinfo:
        component = self._described.get(name)
        location = component.value("X-LIC-LOCATION") if component else ""
        # Mozilla and libical write /prefix/Europe/Sofia, Outlook the names of Windows.
        for known in (name, location, WINDOWS_TO_OLSON.get(name, ""), "/".join(name.split("/")[-2:])):
            if known in _zone_names():
                return sofia() if known == "Europe/Sofia" else ZoneInfo(known)
        zone = _as_described(component) if component else None
        if zone is None:
            raise ImportProblem("unknown-zone", zone=name[:80])
        return zone


@lru_cache(maxsize=1)
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


def _as_described(component: Component) -> tzinfo | None:
    text = "\r\n".join(component.text)
    # Any other rule could be asked for dates for a very long time.
    if _YEARLY.search(text) or len(component.text) > 2000:
        return None
    try:
        zone: tzinfo | None = tzical(StringIO(f"{text}\r\n")).get(component.value("TZID"))
        if zone is not None:
            datetime(2026, 6, 1, tzinfo=zone).utcoffset()
    except (ValueError, TypeError, AttributeError, OverflowError, IndexError, KeyError):
        return None
    return zone


def read_stamp(found: Property, zones: Zones) -> Stamp:
    """Read DTSTART and its like; a time without a zone is that of Europe/Sofia."""
    return read_value(found.value, found, zones)


def read_stamps(found: Property, zones: Zones) -> list[Stamp]:
    """Read a list as EXDATE and RDATE have it; ImportProblem for periods."""
    if found.parameters.get("VALUE", "").upper() == "PERIOD" or "/" in found.value:
        raise ImportProblem("period")
    return [read_value(value, found, zones) for value in found.value.split(",") if value.strip()]


def read_value(value: str, found: Property, zones: Zones) -> Stamp:
    """Read one date or time of a property."""
    parts = _DATE.fullmatch(value.strip())
    if not parts:
        raise ImportProblem("bad-moment", name=found.name, value=value[:40])
    year, month, day = (int(parts[number]) for number in (1, 2, 3))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImportProblem("year", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        if parts[4] is None:
            return Stamp(date(year, month, day), sofia())
        # A leap second is the last one of its minute.
        hour, minute, second = int(parts[4]), int(parts[5]), min(int(parts[6]), 59)
        written = datetime(year, month, day, hour, minute, second)
    except ValueError:
        raise ImportProblem("bad-moment", name=found.name, value=value[:40]) from None
    zone = UTC if parts[7] else _zone(found, zones)
    return Stamp(written, zone)


def _zone(found: Property, zones: Zones) -> tzinfo:
    name = found.parameters.get("TZID", "").strip()
    return zones.named(name) if name else sofia()


def read_duration(found: Property) -> timedelta:
    """Read DURATION; ImportProblem for one that is negative or endless."""
    try:
        length: timedelta = vDuration.from_ical(found.value.strip())  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, OverflowError):
        raise ImportProblem("bad-duration", value=found.value[:40]) from None
    if not timedelta() <= length <= _LONGEST:
        raise ImportProblem("bad-duration", value=found.value[:40])
    return length
