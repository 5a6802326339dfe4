"""Dates and times of somebody else's calendar, read as wall-clock time in Europe/Sofia."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from icalendar import vDuration

from events.imports.content_lines import Property
from events.imports.problems import ImportProblem
from events.imports.zones import Zones
from events.recurrence import FIRST_YEAR, LAST_YEAR, sofia, to_wall

Moment = date | datetime

_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?", re.ASCII)
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


def read_stamp(found: Property, zones: Zones) -> Stamp:
    """Read DTSTART and its like; a time without a zone is that of its calendar, or of Europe/Sofia."""
    return read_value(found.value, found, zones)


def read_stamps(found: Property, zones: Zones) -> list[Stamp]:
    """Read a list as EXDATE has it."""
    return [read_value(value, found, zones) for value in _listed(found)]


def read_periods(found: Property, zones: Zones) -> list[tuple[Moment, Moment | None]]:
    """Read a list as RDATE has it, in Europe/Sofia: starts, with an end of their own for periods."""
    return [_period(value, found, zones) for value in _listed(found)]


def _listed(found: Property) -> list[str]:
    return [value for value in map(str.strip, found.value.split(",")) if value]


def _period(value: str, found: Property, zones: Zones) -> tuple[Moment, Moment | None]:
    first, slash, last = value.partition("/")
    start = read_value(first, found, zones)
    if not slash:
        return start.sofia, None
    if last.lstrip("+-")[:1].upper() == "P":
        return start.sofia, in_sofia(start.written + read_duration(last), start.zone)
    return start.sofia, read_value(last, found, zones).sofia


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
    return zones.named(name) if name else zones.home or sofia()


def read_duration(text: str) -> timedelta:
    """Read DURATION; ImportProblem for one that is negative or endless."""
    try:
        length: timedelta = vDuration.from_ical(text.strip().upper())  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, OverflowError):
        raise ImportProblem("bad-duration", value=text[:40]) from None
    if not timedelta() <= length <= _LONGEST:
        raise ImportProblem("bad-duration", value=text[:40])
    return length
