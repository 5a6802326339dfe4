"""The departments of the library as pages."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.search import index

from events.coming_hours import coming_hours
from events.hours import resolve, write_opening_hours
from events.hours_ld import department_node
from events.models.departments import Department
from events.models.listing import programme_days
from events.models.occurrences import EventOccurrence
from events.sections import day_url, section_urls
from events.subscribing import closed_days_path, subscription
from events.timetable import timetable_of
from events.today import today_state
from events.wording.coming import coming_seasons, unusual_spans
from events.wording.services import service_rows
from events.wording.week import week_rows
from pages.decorators import path
from pages.freshness import true_until
from pages.models import LibraryPageMixin
from pages.navigation import active_language

EVENTS = 6
SEASONS = 2
UNUSUAL_ROWS = 6


class DepartmentIndexPageMixin(LibraryPageMixin):
    """The list of departments; each has a page of its own under it."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True


class DepartmentIndexPage(RoutablePageMixin, DepartmentIndexPageMixin, Page):
    """The list of departments."""

    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    template = "events/department_index_page.html"
    search_fields = Page.search_fields + DepartmentIndexPageMixin.search_fields

    class Meta:
        verbose_name = _("отдели и услуги")
        verbose_name_plural = _("отдели и услуги")

    @path("")
    def departments(self, request: HttpRequest) -> HttpResponse:
        """All departments with where they are and their state now; then the week of the library."""
        hours, now = timetable_of(request), timezone.now()
        rows: list[dict[str, Any]] = [
            {"department": one, "state": today_state(hours.schedule(one.slug), now)}
            for one in Department.objects.in_active_language()
        ]
        for row in rows:
            true_until(request, row["state"].until)
        context = {
            "rows": rows,
            "state": today_state(hours.library, now),
            "days": week_rows(hours.library, timezone.localdate(now)),
            "urls": section_urls(request),
        }
        response: HttpResponse = self.render(request, context_overrides=context)
        return response

    @path("<slug:slug>/", name="department")
    def department(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One department: its week, today, the season, the coming events; 404 for an unknown one."""
        found = next((one for one in Department.objects.in_active_language() if one.slug == slug), None)
        if found is None:
            raise Http404
        response: HttpResponse = self.render(
            request,
            context_overrides=department_context(request, found),
            template="events/department_page.html",
        )
        return response


def department_context(request: HttpRequest, department: Department) -> dict[str, Any]:
    """What the page of a department shows."""
    hours, now = timetable_of(request), timezone.now()
    today = timezone.localdate(now)
    schedule = hours.schedule(department.slug)
    state = today_state(schedule, now)
    true_until(request, state.until)
    explained_at = day_url(request, department.slug)
    of_department = (
        EventOccurrence.objects.in_department(department.slug).with_event().with_audiences().with_places()
    )
    public = of_department.public().in_language(active_language())
    return {
        "department": department,
        "state": state,
        "coming": coming_hours(schedule, today, hours.version.number),
        "why_url": explained_at(today),
        "days": week_rows(schedule, today, explained_at),
        "seasons": coming_seasons(schedule, today)[:SEASONS],
        "follows_library": schedule.regular is None,
        "unusual": unusual_spans(schedule, today, explained_at)[:UNUSUAL_ROWS],
        "links": subscription(request, closed_days_path(department.slug), department.name),
        "timed_services": service_rows(hours, department.slug, resolve(schedule, today)),
        "structured": department_node(request, department.name, schedule, today),
        "opening_hours": write_opening_hours(schedule, today),
        "event_days": programme_days(public.upcoming()[:EVENTS], [], "", today),
        "urls": section_urls(request),
    }
