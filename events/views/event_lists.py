"""Dates of events as Atom, RSS and JSON Feed."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.api.filters import EventFilters, narrowed
from events.formats.entries import entry_of
from events.models import EventIndexPage, EventOccurrence
from events.planning import HORIZON
from events.views.event_feeds import CancelledQuery
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.query import read_query
from pages.feeds.answers import Ending, FeedQuery, feed_response, index_url, part_of

DATES_A_PART = 200
STORED = ("record", "event__publication__record", "event__publication__first_published_at")


class EventListFeedQuery(FeedQuery, CancelledQuery, EventFilters):
    """Which dates a feed holds; without bounds, all from today on, the soonest first."""


@public_door
@conditional("events")
def event_list_feed(request: HttpRequest, ending: Ending) -> HttpResponse:
    """Answer with an entry for each date that the filters match, joined from what publishing has stored."""
    query = read_query(request, EventListFeedQuery)
    today = timezone.localdate()
    first = query.from_ or today
    last = query.to or max(first, today + HORIZON)
    public = EventOccurrence.objects.public().told().in_language(query.lang)
    found = narrowed(public, query, first, last).order_by("start", "id")
    if query.cancelled == "omit":
        found = found.not_cancelled()
    rows, more = part_of(found.values_list(*STORED), query.page, DATES_A_PART)
    entries = [entry_of(*row) for row in rows]
    return feed_response(request, ending, _("Събития"), entries, home=index_url(EventIndexPage), more=more)
