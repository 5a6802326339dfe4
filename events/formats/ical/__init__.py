"""iCalendar (RFC 5545): an event's VEVENTs, written once on publish, and the calendar around them."""

from events.formats.ical.cancelled import Cancelled, show_cancelled
from events.formats.ical.closed_days import ClosedDate, write_closed_day
from events.formats.ical.publication import write_vevents
from pages.ical import write_calendar

__all__ = [
    "Cancelled",
    "ClosedDate",
    "show_cancelled",
    "write_calendar",
    "write_closed_day",
    "write_vevents",
]
