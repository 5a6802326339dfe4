"""The departments of the library as pages."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail.search import index

from events.models.departments import Department
from events.models.listing import programme_days
from events.models.occurrences import EventOccurrence
from events.sections import section_urls
from events.timetable import timetable_of
from events.today import closed_rows, coming_closed, today_state
from events.wording.week import week_rows
from pages.models import LibraryPageMixin
from pages.navigation import active_language

EVENTS = 6
CLOSED_ROWS = 4


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

    @path("")  # type: ignore[untyped-decorator]
    def departments(self, request: HttpRequest) -> HttpResponse:
        """All departments with where they are and their state now; then the week of the library."""
        hours, now = timetable_of(request), timezone.now()
        rows = [
            {"department": one, "state": today_state(hours.schedule(one.slug), now)}
            for one in Department.objects.in_active_language()
        ]
        context = {
            "rows": rows,
            "state": today_state(hours.library, now),
            "days": week_rows(hours.library, timezone.localdate(now)),
            "urls": section_urls(request),
        }
        response: HttpResponse = self.render(request, context_overrides=context)
        return response

    @path("<slug:slug>/", name="department")  # type: ignore[untyped-decorator]
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
    of_department = (
        EventOccurrence.objects.in_department(department.slug).with_event().with_audiences().with_places()
    )
    public = of_department.public().in_language(active_language())
    return {
        "department": department,
        "state": today_state(schedule, now),
        "days": week_rows(schedule, today),
        "seasons": [season for season in schedule.seasons if season.end >= today][:2],
        "follows_library": schedule.regular is None,
        "closed": closed_rows(coming_closed(schedule, department.slug, today)[:CLOSED_ROWS], hours),
        "event_days": programme_days(public.upcoming()[:EVENTS], [], "", today),
        "urls": section_urls(request),
    }
