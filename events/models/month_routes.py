"""The months of the programme, under the list of events."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin

from events.forms.listing import ProgrammeFilters
from events.models.month_grid import MOST_ROWS, MonthBounds, month_bounds, month_grid, next_month
from events.models.occurrences import EventOccurrence
from events.sections import section_urls
from events.timetable import closed_days, timetable_of
from pages.decorators import path, re_path
from pages.navigation import active_language

RUNNING_ROWS = 12


class MonthRoutes(RoutablePageMixin):
    """A month as a table; mixed into the page of the programme."""

    @path("mesets/", name="this_month")
    def this_month(self: Any, request: HttpRequest) -> HttpResponse:
        """Lead to this month, or to the nearest one with events; the filters stay."""
        month = self.months().nearest(timezone.localdate().replace(day=1))
        query = ProgrammeFilters.read(request.GET, with_days=False).query
        return redirect(self.month_address(request, month) + (f"?{query}" if query else ""))

    @re_path(r"^mesets/([0-9]{4})-([0-9]{2})/$", name="month")
    def month(self: Any, request: HttpRequest, year: str, number: str) -> HttpResponse:
        """The events of a month; 404 before the first and after the last month that has any."""
        bounds = self.months()
        month = first_of(year, number)
        if month is None or not bounds.first <= month <= bounds.last:
            raise Http404
        context = self.month_context(request, month, bounds)
        response: HttpResponse = self.render(
            request, context_overrides=context, template="events/event_month.html"
        )
        if context["filters"].errors:
            response.status_code = 404
        return response

    def months(self) -> MonthBounds:
        """The months that have events in the active language; Http404 when there are none."""
        bounds = month_bounds(EventOccurrence.objects.public().in_language(active_language()))
        if bounds is None:
            raise Http404
        return bounds

    def month_address(self: Any, request: HttpRequest, month: date) -> str:
        """The path of a month, as „…/mesets/2026-11/“."""
        return f"{self.get_url(request)}mesets/{month:%Y-%m}/"

    def month_context(self: Any, request: HttpRequest, month: date, bounds: MonthBounds) -> dict[str, Any]:
        """The days of a month with the events that the filters choose, and the way to other months."""
        filters = ProgrammeFilters.read(request.GET, with_days=False)
        before, today = next_month(month), timezone.localdate()
        public = EventOccurrence.objects.public().in_language(active_language()).with_event()
        found = filters.narrow(public).between(month, before)
        rows = list(found.without_spans().order_by("start", "id")[: MOST_ROWS + 1])
        running = list(found.spans().with_visiting_hours().order_by("last_day", "start", "id")[:RUNNING_ROWS])
        closed = closed_days(month, before - timedelta(days=1), timetable_of(request))
        return {
            "filters": filters,
            "month": month_grid(month, rows[:MOST_ROWS], closed, today),
            "most": MOST_ROWS if len(rows) > MOST_ROWS else 0,
            "running": running,
            "empty": not (rows or running),
            "closed_url": section_urls(request).get("closeddaycalendarpage", ""),
            "noindex": filters.active or not (rows or running),
            "canonical": f"{self.get_full_url(request)}mesets/{month:%Y-%m}/",
            "here": self.month_address(request, month),
            "links": [
                (direction, other, self.month_address(request, other) if other else "")
                for direction, other in (("prev", bounds.before(month)), ("next", bounds.after(month)))
            ],
        }


def first_of(year: str, number: str) -> date | None:
    """The first day of a month written as four and two digits; None when there is no such month."""
    try:
        return date(int(year), int(number), 1)
    except ValueError:
        return None
