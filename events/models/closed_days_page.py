"""The closed-day calendar as a page."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.search import index

from events.closed_spans import closed_spans
from events.hours_ld import library_node
from events.models.day_view import day_context, read_question
from events.models.year_sheet import year_sheet, years_with_hours
from events.recurrence import FIRST_YEAR, LAST_YEAR
from events.subscribing import closed_days_path, subscription
from events.timetable import closed_days, timetable_of
from events.today import ClosedRow, closed_rows
from pages.decorators import path
from pages.models import LibraryPageMixin
from pages.navigation import active_language

COMING = timedelta(days=190)
COMING_ROWS = 12


class ClosedDayCalendarPageMixin(LibraryPageMixin):
    """The next closed days and the sheet of a year."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True


class ClosedDayCalendarPage(RoutablePageMixin, ClosedDayCalendarPageMixin, Page):
    """The closed-day calendar."""

    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    template = "events/closed_day_calendar_page.html"
    search_fields = Page.search_fields + ClosedDayCalendarPageMixin.search_fields

    class Meta:
        verbose_name = _("календар на неработните дни")
        verbose_name_plural = _("календари на неработните дни")

    @path("")
    def coming(self, request: HttpRequest) -> HttpResponse:
        """The next closed days, then the sheet of this year; with `?day=`, one day explained."""
        if "day" in request.GET:
            return self._day(request)
        today = timezone.localdate()
        hours, departments = timetable_of(request), self._department(request)
        soon = closed_days(today, today + COMING, hours, departments)[:COMING_ROWS]
        return self._sheet(request, today.year, _soon(closed_rows(soon, hours)))

    @path("<int:year>/", name="year")
    def year(self, request: HttpRequest, year: int) -> HttpResponse:
        """The sheet of a year; 404 for a year about which nothing is known."""
        if not FIRST_YEAR <= year <= LAST_YEAR or year not in self.years(request):
            raise Http404
        return self._sheet(request, year, {})

    def years(self, request: HttpRequest) -> list[int]:
        """The years with a sheet: those of dated closures and exceptions, this year and the next."""
        return years_with_hours(timetable_of(request), timezone.localdate())

    def _day(self, request: HttpRequest) -> HttpResponse:
        years = self.years(request)
        question = read_question(request, years)
        response: HttpResponse = self.render(
            request,
            context_overrides=day_context(request, question, years),
            template="events/day_hours.html",
        )
        if question.errors:
            response.status_code = 404
        return response

    def _department(self, request: HttpRequest) -> tuple[str, ...]:
        """The department asked for, if any; 404 for one that is not there."""
        slug = request.GET.get("department", "")
        if slug and slug not in timetable_of(request).schedules:
            raise Http404
        return (slug,) if slug else ()

    def _sheet(self, request: HttpRequest, year: int, more: dict[str, Any]) -> HttpResponse:
        hours, today = timetable_of(request), timezone.localdate()
        departments = self._department(request)
        closed = closed_days(date(year, 1, 1), date(year, 12, 31), hours, departments)
        slug = departments[0] if departments else ""
        context = {
            "year": year,
            "years": self.years(request),
            "months": year_sheet(year, closed, hours, today, slug),
            "closed": closed_spans(closed_rows(closed, hours)),
            "today": today,
            "department": slug,
            "department_name": hours.name(slug, active_language()),
            "departments": [(one.slug, one.name(active_language())) for one in hours.departments],
            "query": f"?department={slug}" if slug else "",
            "structured": library_node(request, hours, today),
            "links": subscription(request, closed_days_path(slug), str(self.title)),
        }
        response: HttpResponse = self.render(request, context_overrides=context | more)
        return response


def _soon(rows: list[ClosedRow]) -> dict[str, Any]:
    """The next closed day, and the spans after it."""
    return {"next": rows[0] if rows else None, "soon": closed_spans(rows[1:])}
