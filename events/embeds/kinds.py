"""The three kinds of embeds, each with what it may be asked, what it shows and what it depends on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from events.embeds.closed_days import closed_days_shown
from events.embeds.closed_days import feed_path as closed_days_feed
from events.embeds.events import events_shown
from events.embeds.events import feed_path as events_feed
from events.embeds.hours import hours_shown
from events.embeds.queries import (
    ClosedDaysEmbedQuery,
    ClosedDaysFrameQuery,
    EmbedQuery,
    EventsEmbedQuery,
    EventsFrameQuery,
    HoursEmbedQuery,
    HoursFrameQuery,
)
from pages.api.schema import Out


@dataclass(frozen=True, slots=True)
class Embed:
    """One kind.

    `versions` name the content it is made of, `parameters` are the attributes of its element, `lists` the
    endings of its feeds beside the calendar.
    """

    kind: str
    versions: tuple[str, ...]
    query: type[EmbedQuery]
    frame_query: type[EmbedQuery]
    shown: Callable[[HttpRequest, Any], Out]
    parameters: tuple[str, ...]
    feed_path: Callable[[Any], str] | None = None
    lists: tuple[str, ...] = ()

    @property
    def element(self) -> str:
        """The name of its tag."""
        return f"library-{self.kind}"

    @property
    def template(self) -> str:
        """Its plain HTML."""
        return f"events/embed/{self.kind.replace('-', '_')}.html"


# The addresses of the pages that an embed leads to change with the version of the events.
HOURS = ("hours", "events")
FILTERS = ("municipality", "category", "audience", "department")

EMBEDS = {
    embed.kind: embed
    for embed in (
        Embed(
            "events",
            ("events",),
            EventsEmbedQuery,
            EventsFrameQuery,
            events_shown,
            (*FILTERS, "limit", "lang", "scheme", "subscribe"),
            events_feed,
            ("rss", "atom", "json"),
        ),
        Embed(
            "hours", HOURS, HoursEmbedQuery, HoursFrameQuery, hours_shown, ("department", "lang", "scheme")
        ),
        Embed(
            "closed-days",
            HOURS,
            ClosedDaysEmbedQuery,
            ClosedDaysFrameQuery,
            closed_days_shown,
            ("department", "limit", "lang", "scheme", "subscribe"),
            closed_days_feed,
            ("atom", "json"),
        ),
    )
}
