"""Events as an embed shows them."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.api.filters import narrowed
from events.embeds.queries import EventsEmbedQuery
from events.embeds.shown import EventRow, EventsShown
from events.embeds.words import events_words
from events.models import EventOccurrence
from events.planning import HORIZON
from events.sections import section_urls
from pages.bulgarian import dates
from pages.navigation import active_language

# The list stays full when the first of its dates are over, also in a copy that was kept for a while.
SPARE = 10
RUNNING = 3
FILTERS = ("municipality", "category", "audience", "department")


def events_shown(request: HttpRequest, query: EventsEmbedQuery) -> EventsShown:
    """The coming dates that the filters match; six queries, and one a filter."""
    today = timezone.localdate()
    first = query.from_ or today
    public = EventOccurrence.objects.public().in_language(query.lang)
    matching = narrowed(public, query, first, query.to or max(first, today + HORIZON))
    rows = matching.with_event().with_audiences().with_places()
    coming = rows.without_spans_begun_before(first).order_by("start", "id")[: query.limit + SPARE]
    running = rows.spans().filter(first_day__lt=first).order_by("last_day", "start", "id")[:RUNNING]
    return EventsShown(
        limit=query.limit,
        items=_rows(request, coming, first),
        running=_rows(request, running, first),
        all_url=_absolute(request, _programme(request, query)),
        feed_url=request.build_absolute_uri(feed_path(query)),
        words=events_words(),
    )


def feed_path(query: EventsEmbedQuery) -> str:
    """The calendar of the same events."""
    return _with_query(reverse("events:events_ics"), [*_chosen(query), *_language(query)])


def _rows(request: HttpRequest, occurrences: Iterable[EventOccurrence], day: date) -> list[EventRow]:
    return [_row(request, row, day) for row in occurrences]


def _row(request: HttpRequest, row: EventOccurrence, day: date) -> EventRow:
    begun = row.is_span and row.first_day < day
    shown = row.last_day if begun else row.first_day
    return EventRow(
        title=row.title,
        url=f"{row.event.get_full_url(request) or ''}{row.slug}/",
        before=_("до") if begun else "",
        day=str(shown.day),
        month=dates.month_name(shown.month, active_language()),
        when=row.when,
        start=timezone.localtime(row.start),
        end=timezone.localtime(row.end),
        state=row.status,
        note=_note(row),
        meta=" · ".join(filter(None, row.meta)),
    )


def _note(row: EventOccurrence) -> str:
    """What has changed: „Отменено – лекторът е болен“; empty for a date that takes place as planned."""
    if row.status not in ("cancelled", "postponed", "moved", "full"):
        return row.note
    said = row.get_status_display()
    changed = f"{said[:1].upper()}{said[1:]}" + (f" – {row.status_reason}" if row.status_reason else "")
    return f"{changed}. {row.note}" if row.note else changed


def _programme(request: HttpRequest, query: EventsEmbedQuery) -> str:
    """The programme on the site, with the same filters where it can take them: one value of each."""
    path = section_urls(request).get("eventindexpage", "")
    once = {name: values for name in FILTERS if len(values := getattr(query, name)) == 1}
    return _with_query(path, [(name, values[0]) for name, values in once.items()]) if path else ""


def _chosen(query: EventsEmbedQuery) -> list[tuple[str, str]]:
    chosen = [(name, value) for name in FILTERS for value in getattr(query, name)]
    days: list[tuple[str, date | None]] = [("from", query.from_), ("to", query.to)]
    return chosen + [(name, day.isoformat()) for name, day in days if day]


def _language(query: EventsEmbedQuery) -> list[tuple[str, str]]:
    return [("lang", query.lang)] if query.lang != "bg" else []


def _with_query(path: str, parameters: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(parameters)}" if parameters else path


def _absolute(request: HttpRequest, address: str) -> str:
    return request.build_absolute_uri(address) if address else ""
