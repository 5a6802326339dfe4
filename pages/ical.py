"""The iCalendar around the VEVENTs of any plugin: its name, refresh time and the one time zone."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Component

PRODID = "-//wagtail-biblioteka//Events 1.0//"
REFRESH = timedelta(hours=1)

# Yearly rules for both changes, as Outlook needs them: the last Sundays of March and October.
TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Sofia
BEGIN:DAYLIGHT
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


def write_calendar(vevents: Iterable[str], name: str, color: str, lang: str) -> str:
    """Return a calendar of VEVENT texts: no METHOD, nothing that depends on the time of writing.

    `color` is a CSS colour name (RFC 7986), `lang` the language of the content.
    """
    head, end = _around(name, color, lang)
    return "".join([head, *vevents, end])


def join_calendar(vevents: Iterable[bytes], name: str, color: str, lang: str) -> bytes:
    """Return the same of VEVENTs that are UTF-8 already, as the database keeps them."""
    head, end = _around(name, color, lang)
    return b"".join([head.encode(), *vevents, end.encode()])


def _around(name: str, color: str, lang: str) -> tuple[str, str]:
    calendar = Calendar()
    calendar.add("prodid", f"{PRODID}{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    calendar.add("x-wr-timezone", "Europe/Sofia")
    calendar.add("color", color)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    head, end, rest = as_text(calendar).partition("END:VCALENDAR")
    return head + TIMEZONE, end + rest


def as_text(component: Component) -> str:
    """Return a component as CRLF lines, each of at most 75 octets."""
    return component.to_ical().decode()
