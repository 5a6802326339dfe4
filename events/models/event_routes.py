"""What an event page shows of its dates, and the addresses of single dates under it."""

from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin

from events.models.event_facts import facts_of
from events.models.occurrences import EventOccurrence
from events.models.photo_report import reports_of
from events.models.planned_rows import give_addresses, planned_rows
from events.models.series_page import shown_series
from events.models.statuses import closing_days, closing_reason
from events.planning import window
from events.recurrence import UserError
from pages.blocks.video_address import parse_video
from pages.decorators import path, re_path
from pages.navigation import active_language

if TYPE_CHECKING:
    from events.models.event_page import EventPage

# As many coming dates are listed; a link leads to the rest.
COMING_DATES = 12
ALL_DATES = 150
PAST_DATES = 6
RELATED = 3
# Read once: the page, its facts and the data for search engines all tell them.
PARTS = ("audiences", "further_places__settlement", "further_places__municipality", "partners")


class EventRoutes(RoutablePageMixin):
    """The dates of an event page; mixed into the page."""

    @path("")
    def event_page(self: Any, request: HttpRequest) -> HttpResponse:
        """The event with its coming dates, past ones, the opening and what is related."""
        from events.event_ld import event_data

        preview = bool(getattr(request, "is_preview", False))
        if not preview:
            prefetch_related_objects([self], *PARTS, "files__document")
        rows = self.preview_occurrences() if preview else dates_of(self)
        now = timezone.now()
        sessions = [row for row in rows if row.kind == EventOccurrence.Kind.SESSION]
        coming = [row for row in sessions if row.end > now]
        opening = next((row for row in rows if row.kind == EventOccurrence.Kind.OPENING), None)
        everything, series = request.GET.get("dates") == "all", shown_series(self)
        context = {
            "coming": coming[: ALL_DATES if everything else COMING_DATES],
            "more_dates": not everything and len(coming) > COMING_DATES,
            "past": [row for row in sessions if row.end <= now][-PAST_DATES:],
            "opening": opening,
            "next": coming[0] if coming else None,
            "facts": facts_of(self, series),
            "series": series,
            "video": video_of(self),
            "files": list(self.files.all()),
            "photo_reports": [] if preview else reports_of(self),
            "related": [] if preview else related_to(self),
            "noindex": everything,
            "structured": None if preview else event_data(request, self, coming or sessions, opening),
        }
        response: HttpResponse = self.render(request, context_overrides=context)
        return response

    def preview_occurrences(self: Any) -> list[EventOccurrence]:
        """Unsaved rows for the dates of this version of the page, as publishing would write them."""
        today = timezone.localdate()
        after, before = window(today)
        rows = planned_rows(self, after, before, closing_days(self, today))
        give_addresses(rows, set())
        return sorted(rows, key=lambda row: row.start)

    def dates_for_editor(self: Any) -> list[tuple[EventOccurrence, str]]:
        """The next dates of the page being edited, each with the closure it falls on, if any."""
        if self.start_date is None:
            return []
        try:
            rows = self.preview_occurrences()
        except UserError:
            return []
        now = timezone.now()
        coming = [row for row in rows if row.end > now][:COMING_DATES]
        return [(row, closing_reason(self, row)) for row in coming]

    # Only what dates look like: other names under an event are those of its pages.
    @re_path(r"^([0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)*)/$", name="occurrence")
    def occurrence_page(self: Any, request: HttpRequest, slug: str) -> HttpResponse:
        """One date of the event; 404 for a date it does not have."""
        from events.event_ld import occurrence_data

        occurrence = self.occurrences.filter(slug=slug).first()
        if occurrence is None:
            raise Http404
        occurrence.event = self
        prefetch_related_objects([self], *PARTS)
        structured = occurrence_data(request, occurrence)
        facts = facts_of(self, shown_series(self))
        context = {"occurrence": occurrence, "facts": facts, "structured": structured}
        response: HttpResponse = self.render(
            request, context_overrides=context, template="events/event_occurrence.html"
        )
        return response


def video_of(event: "EventPage") -> dict[str, Any] | None:
    """The video as the block of bodies shows it; None without one that can be played on the page."""
    video = parse_video(event.video_url)
    return {"video": video, "title": event.title} if video else None


def dates_of(event: "EventPage") -> list[EventOccurrence]:
    """The last past dates and the coming ones, in two queries whatever their number."""
    past = list(event.occurrences.past()[: PAST_DATES + 1])
    rows = [*reversed(past), *event.occurrences.upcoming()[: ALL_DATES + 1]]
    for row in rows:
        row.event = event
    return rows


def related_to(event: "EventPage") -> list[EventOccurrence]:
    """Other coming events of the same series, else of the same category; no query for one without both."""
    coming = EventOccurrence.objects.public().in_language(active_language()).with_event().upcoming()
    if event.series_id is not None:
        coming = coming.filter(event__series=event.series_id)
    elif event.category_id is not None:
        coming = coming.filter(event__category=event.category_id)
    else:
        return []
    others = coming.exclude(event=event.pk)
    # A weekly club has many dates close together: more are read than are shown, each event once.
    found: dict[int, EventOccurrence] = {}
    for row in others.sessions().not_cancelled()[:40]:
        found.setdefault(row.event_id, row)
    return list(found.values())[:RELATED]
