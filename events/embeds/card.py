"""One event as a card, for frames that other sites show in place of its link."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest

from events.models import EventOccurrence, EventPage
from pages.api.problems import not_found

DATES = 3


@dataclass(frozen=True, slots=True)
class EventCard:
    """The event and its coming dates; the last one when there are none."""

    event: EventPage
    url: str
    dates: list[EventOccurrence]
    is_past: bool


def public_event(uid: uuid.UUID, language: str) -> EventPage:
    """A live public event; the 404 problem for any other. One query."""
    events = EventPage.objects.live().public().select_related("locale")
    page: EventPage | None = events.filter(translation_key=uid, locale__language_code=language).first()
    if page is None:
        raise not_found()
    return page


def event_card(request: HttpRequest, uid: uuid.UUID, language: str) -> EventCard:
    """The card of a public event; two queries."""
    event = public_event(uid, language)
    coming = list(event.occurrences.sessions().upcoming()[:DATES])
    dates = coming or list(event.occurrences.sessions().past()[:1])
    for row in dates:
        row.event = event
    return EventCard(event, event.get_full_url(request) or "", dates, not coming)
