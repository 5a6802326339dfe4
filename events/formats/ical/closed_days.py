"""Closed days as VEVENTs: one for a day and a place, with all the reasons of that day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Event

from pages.ical import as_text


@dataclass(frozen=True)
class ClosedDate:
    """What a calendar says of one closed day.

    `where` names the department, empty for the whole library; `besides` the departments that are open
    all the same; `changed` is when the last of its reasons was changed (aware).
    """

    uid: str
    day: date
    why: str
    where: str
    changed: datetime
    url: str = ""
    besides: str = ""

    @property
    def summary(self) -> str:
        """What is closed and why, in the active language."""
        if self.where:
            return _("Затворено (%(where)s): %(why)s") % {"where": self.where, "why": self.why}
        if self.besides:
            return _("Затворено: %(why)s (без %(besides)s)") % {"why": self.why, "besides": self.besides}
        return _("Затворено: %(why)s") % {"why": self.why}


def write_closed_day(closed: ClosedDate) -> str:
    """Return the VEVENT of a closed day, in the active language."""
    event = Event()
    event.add("uid", closed.uid)
    for name in ("dtstamp", "last-modified"):
        event.add(name, closed.changed.astimezone(UTC))
    event.add("dtstart", closed.day)
    event.add("dtend", closed.day + timedelta(days=1))
    event.add("summary", closed.summary)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if closed.url:
        event.add("url", closed.url)
    return as_text(event)
