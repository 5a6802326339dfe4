"""The programme: what is coming, what is on, what has been."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from events.forms.listing import ProgrammeFilters
from events.models.listing import programme_days
from events.models.month_routes import MonthRoutes
from events.models.occurrences import EventOccurrence
from events.models.photo_routes import PhotoRoutes
from events.querysets.occurrences import EventOccurrenceQuerySet
from events.sections import section_urls
from events.timetable import ClosedDay, closed_days, timetable_of
from pages.decorators import path
from pages.models import LibraryPageMixin
from pages.navigation import active_language

PER_PAGE = 30
RUNNING_ROWS = 12
# Closed days are shown between events up to so many days ahead.
CLOSED_AHEAD = timedelta(days=92)


class EventIndexPageMixin(LibraryPageMixin):
    """The list of events."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True

    def public_occurrences(self) -> EventOccurrenceQuerySet:
        """Everything the public may see, in the active language, with what a row shows."""
        public = EventOccurrence.objects.public().in_language(active_language())
        return public.with_event().with_audiences().with_places()

    def programme_context(self, request: HttpRequest) -> dict[str, Any]:
        """The coming days, exhibitions that are on, and the filters."""
        from events.event_ld import programme_data

        today = timezone.localdate()
        filters = ProgrammeFilters.read(request.GET)
        found = filters.narrow(self.public_occurrences())
        page_obj = page_of(request, found.without_spans().upcoming())
        running = (
            list(found.with_visiting_hours().running_spans(today)[:RUNNING_ROWS])
            if page_obj.number == 1
            else []
        )
        urls = section_urls(request)
        closed = [] if filters.active else closed_between(request, page_obj, today)
        empty = not (page_obj.object_list or running)
        # Search engines get the whole programme once: its first page, and the pages of the events.
        noindex = filters.active or page_obj.number > 1 or empty
        return {
            "filters": filters,
            "page_obj": page_obj,
            "days": programme_days(page_obj, closed, urls.get("closeddaycalendarpage", ""), today),
            "running": running,
            "today": today,
            "noindex": noindex,
            "structured": {} if noindex else programme_data(request, [*running, *page_obj]),
            "month_query": filters.lasting_query,
            "canonical": self.get_full_url(request),
        }


class EventIndexPage(MonthRoutes, PhotoRoutes, EventIndexPageMixin, Page):
    """The list of events."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["events.EventPage", "events.EventSeriesPage"]
    template = "events/event_index_page.html"
    search_fields = Page.search_fields + EventIndexPageMixin.search_fields

    class Meta:
        verbose_name = _("програма")
        verbose_name_plural = _("програми")

    @path("")
    def programme(self, request: HttpRequest) -> HttpResponse:
        """What is coming; 404 with a word at the filter for a value that does not exist."""
        context = self.programme_context(request)
        response: HttpResponse = self.render(request, context_overrides=context)
        if context["filters"].errors:
            response.status_code = 404
        return response

    @path("arhiv/", name="archive")
    def archive(self, request: HttpRequest) -> HttpResponse:
        """The events of the last year that has any."""
        years = self.years()
        return self.archive_year(request, years[0] if years else timezone.localdate().year)

    @path("arhiv/<int:year>/", name="archive_year")
    def archive_year(self, request: HttpRequest, year: int) -> HttpResponse:
        """Past events of a year, latest first; 404 for a year without any."""
        years = self.years()
        if years and year not in years:
            raise Http404
        filters = ProgrammeFilters.read(request.GET, with_days=False)
        past = self.public_occurrences().past()
        in_year = past.filter(first_day__gte=date(year, 1, 1), first_day__lt=date(year + 1, 1, 1))
        page_obj = page_of(request, filters.narrow(in_year) if years else past.none())
        context = {
            "page_obj": page_obj,
            "year": year,
            "years": years,
            "filters": filters,
            "here": f"{self.get_url(request)}arhiv/{year}/",
            "noindex": filters.active or page_obj.number > 1 or not years,
        }
        response: HttpResponse = self.render(
            request, context_overrides=context, template="events/event_archive.html"
        )
        if filters.errors:
            response.status_code = 404
        return response

    def years(self) -> list[int]:
        """The years that have past events, the latest first."""
        past = EventOccurrence.objects.public().in_language(active_language()).past().order_by()
        return [day.year for day in past.dates("first_day", "year", order="DESC")]


def page_of(request: HttpRequest, occurrences: EventOccurrenceQuerySet) -> PageOfList[EventOccurrence]:
    """The page of a list that the address asks for; 404 beyond the last one."""
    paginator = Paginator(occurrences, PER_PAGE)
    asked = request.GET.get("page", "1")
    if not asked.isascii() or not asked.isdigit() or len(asked) > 4 or int(asked) < 1:
        raise Http404
    if int(asked) > paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def closed_between(
    request: HttpRequest, page_obj: PageOfList[EventOccurrence], today: date
) -> list[ClosedDay]:
    """The closed days between the events of one page of the programme."""
    rows = list(page_obj)
    if not rows:
        return []
    first = today if page_obj.number == 1 else max(today, rows[0].first_day)
    last = min(max(row.first_day for row in rows), first + CLOSED_AHEAD)
    return closed_days(first, last, timetable_of(request)) if last >= first else []
