"""Events as calendars: all that a filter matches, and single events."""

import uuid
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import Field

from events.api.filters import EventFilters, narrowed
from events.formats.ical import Cancelled, show_cancelled
from events.models import EventOccurrence, EventPublication
from events.planning import HORIZON
from events.views.answers import calendar_response
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.problems import not_found
from pages.api.query import StrictQuery, read_query
from pages.database_text import Utf8

LOOK_BACK = timedelta(days=30)
COLOR = "seagreen"


class CancelledQuery(StrictQuery):
    """How cancelled dates are shown."""

    cancelled: Cancelled = Field("keep", description=gettext_noop("Отменените: keep, mark или omit."))


class EventFeedQuery(CancelledQuery, EventFilters):
    """Which events a calendar holds; without bounds, from 30 days ago to the last planned date."""


@public_door
@conditional("events")
def events_ics(request: HttpRequest) -> HttpResponse:
    """Answer with the stored VEVENTs of every event that the filters match; two queries, and one a filter."""
    query = read_query(request, EventFeedQuery)
    today = timezone.localdate()
    first = query.from_ or today - LOOK_BACK
    last = query.to or max(first, today + HORIZON)
    public = EventOccurrence.objects.public().in_language(query.lang)
    matching = narrowed(public, query, first, last).filter(event=OuterRef("event"))
    found = EventPublication.objects.filter(Exists(matching)).order_by("first_published_at", "event_id")
    texts = found.values_list(Utf8("vevents"), flat=True)
    vevents = texts if query.cancelled == "keep" else (_shown(text, query.cancelled) for text in texts)
    return calendar_response(vevents, _("Събития"), COLOR, query.lang, "events.ics")


def _shown(text: bytes, choice: Cancelled) -> bytes:
    return show_cancelled(bytes(text).decode(), choice).encode()


@public_door
@conditional("events")
def event_ics(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Answer with one public event; 404 for any other."""
    query = read_query(request, CancelledQuery)
    public = EventOccurrence.objects.public().in_language(query.lang).filter(event=OuterRef("event"))
    found = EventPublication.objects.filter(Exists(public), event__translation_key=uid)
    row = found.values_list("vevents", "event__title", "event__slug").first()
    if row is None:
        raise not_found()
    text, title, slug = row
    vevents = [show_cancelled(text, query.cancelled).encode()]
    return calendar_response(vevents, title, COLOR, query.lang, f"{slug}.ics")
