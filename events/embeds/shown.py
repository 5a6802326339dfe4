"""What the embeds say, ready in words: one source for the element, the frame and the plain HTML.

Everything here depends on the content and on the day only, never on the minute: the reader's own clock
leaves out what is over.
"""

from datetime import date, datetime
from typing import Any

from pages.api.schema import Out


class EventRow(Out):
    """One date of an event as a row of a list."""

    title: str
    url: str
    before: str
    day: str
    month: str
    when: str
    start: datetime
    end: datetime
    state: str
    note: str
    meta: str


class EventsShown(Out):
    """Coming dates, a few more than asked for, and the exhibitions that are on."""

    limit: int
    items: list[EventRow]
    running: list[EventRow]
    all_url: str
    feed_url: str
    words: dict[str, str]

    @property
    def coming(self) -> list[EventRow]:
        """As many as were asked for, for those who have no clock."""
        return self.items[: self.limit]


class HoursRow(Out):
    """One day of the coming two weeks."""

    date: date
    label: str
    text: str
    state: str
    note: str


class HoursShown(Out):
    """Two weeks of hours; `days` is what the script in the page reckons the state from."""

    name: str
    days: list[dict[str, Any]]
    rows: list[HoursRow]
    usual: list[tuple[str, str]]
    all_url: str
    words: dict[str, str]


class ClosedRow(Out):
    """Days in a row that are closed for one reason."""

    first: date
    last: date
    day: str
    month: str
    when: str
    reason: str
    departments: str


class ClosedDaysShown(Out):
    """The coming closed days, a few more than asked for."""

    limit: int
    items: list[ClosedRow]
    all_url: str
    feed_url: str
    words: dict[str, str]

    @property
    def coming(self) -> list[ClosedRow]:
        """As many as were asked for, for those who have no clock."""
        return self.items[: self.limit]
