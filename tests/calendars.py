"""Calendars as other programs write them, made line by line for tests."""

from collections.abc import Iterable
from pathlib import Path


def vevent(uid: str, *lines: str, title: str = "Среща с автор", start: str = "") -> str:
    """A VEVENT; `start` is a value of DTSTART in Europe/Sofia, the other lines are taken as they are."""
    first = [f"DTSTART;TZID=Europe/Sofia:{start}"] if start else []
    summary = [f"SUMMARY:{title}"] if title else []
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", *first, *lines, *summary, "END:VEVENT"])


def calendar(*parts: str, lines: Iterable[str] = ()) -> bytes:
    """A calendar of components that are written already."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//BG", *lines]
    return "\r\n".join([*head, *parts, "END:VCALENDAR", ""]).encode()


def calendar_file(path: Path, *parts: str) -> Path:
    """A calendar in a file."""
    path.write_bytes(calendar(*parts))
    return path


WEEKLY = "RRULE:FREQ=WEEKLY;BYDAY=WE"

# Outlook describes its zones itself and names them as Windows does.
OUTLOOK_ZONE = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE""".replace("\n", "\r\n")


def outlook_zone(name: str) -> str:
    """A zone with the clock of Sofia under another name."""
    return OUTLOOK_ZONE.format(name=name)
