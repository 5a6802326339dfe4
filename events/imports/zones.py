"""The zones that somebody else's calendar names: known ones first, then those it describes itself."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

from dateutil.tz import tzical
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from events.imports.content_lines import Component
from events.imports.problems import ImportProblem
from events.recurrence import sofia

_YEARLY = re.compile(r"RRULE[;:](?:[^:]*:)?[^\n]*FREQ=(?!YEARLY)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:GMT|UTC)([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE | re.ASCII)
# Windows shows its zones by their cities: „(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius“.
_SOFIA = re.compile(r"\b(?:Sofia|\u0421\u043e\u0444\u0438\u044f)\b", re.IGNORECASE)
_MOST_LINES = 2000
# What dateutil reads of a description; it refuses all else, such as the X- lines of Exchange.
_READ = ("BEGIN", "END", "TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO")


class Zones:
    """The zones a calendar names; `home` is the one that it says it is kept in, None when it does not."""

    def __init__(self, described: Iterable[Component], home: str = "") -> None:
        self._described = {one.value("TZID").strip('"'): one for one in described}
        self._found: dict[str, tzinfo] = {}
        self.home = self._home(home)

    def named(self, name: str) -> tzinfo:
        """The zone of a TZID; ImportProblem for one that nothing describes."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _home(self, name: str) -> tzinfo | None:
        try:
            return self.named(name) if name else None
        except ImportProblem:
            return None

    def _find(self, name: str) -> tzinfo:
        component = self._described.get(name)
        location = component.value("X-LIC-LOCATION") if component else ""
        # Mozilla and libical write /prefix/Europe/Sofia, Outlook the names of Windows.
        for known in (name, location, WINDOWS_TO_OLSON.get(name, ""), "/".join(name.split("/")[-2:])):
            if zone := _known(known):
                return zone
        if component and (zone := _as_described(component)):
            return zone
        if zone := _by_its_name(name):
            return zone
        raise ImportProblem("unknown-zone", zone=name[:80])


def _known(name: str) -> tzinfo | None:
    own = _names().get(name.lower())
    if own == "Europe/Sofia":
        return sofia()
    return ZoneInfo(own) if own else None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def _by_its_name(name: str) -> tzinfo | None:
    """What a name means that calendars use without describing it."""
    if name.rpartition("/")[2].upper() in ("UTC", "Z"):
        return UTC
    if found := _OFFSET.fullmatch(name):
        length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return timezone(length if found[1] == "+" else -length) if length < timedelta(days=1) else None
    return sofia() if _SOFIA.search(name) else None


def _as_described(component: Component) -> tzinfo | None:
    text = "\r\n".join(line for line in map(_plain, component.text) if line)
    # Any other rule could be asked for dates for a very long time.
    if _YEARLY.search(text) or len(component.text) > _MOST_LINES:
        return None
    try:
        zone: tzinfo | None = tzical(StringIO(f"{text}\r\n")).get(component.value("TZID"))
        if zone is not None:
            datetime(2026, 6, 1, tzinfo=zone).utcoffset()
    except (ValueError, TypeError, AttributeError, OverflowError, IndexError, KeyError):
        return None
    return zone


def _plain(line: str) -> str:
    """A line of a description without parameters; empty for what says nothing of the clock."""
    name, _, value = line.partition(":")
    name = name.partition(";")[0].upper()
    return f"{name}:{value.strip()}" if name in _READ else ""
