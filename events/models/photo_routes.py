"""„Снимки от събития“: the section of photo reports, under the programme."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin

from events.models.photo_report import PhotoReportPage, ReportPhoto
from pages.decorators import path
from pages.paging import page_of

REPORTS_PER_PAGE = 12


class PhotoRoutes(RoutablePageMixin):
    """The photo reports by year; mixed into the page of the programme."""

    @path("snimki/", name="photos")
    def photos(self: Any, request: HttpRequest) -> HttpResponse:
        """The reports of the last year that has any."""
        years = PhotoReportPage.objects.shown().years()
        return self.photos_page(request, years, years[0] if years else None)

    @path("snimki/<int:year>/", name="photos_of_year")
    def photos_of_year(self: Any, request: HttpRequest, year: int) -> HttpResponse:
        """The reports of a year; 404 for a year without any."""
        years = PhotoReportPage.objects.shown().years()
        if year not in years:
            raise Http404
        return self.photos_page(request, years, year)

    def photos_page(self: Any, request: HttpRequest, years: list[int], year: int | None) -> HttpResponse:
        """One page of the reports of a year, each with its first picture."""
        found = PhotoReportPage.objects.shown()
        found = (found.of_year(year) if year else found.none()).with_cover()
        page_obj = page_of(request, Paginator(found, REPORTS_PER_PAGE))
        reports = list(page_obj)
        covers = ReportPhoto.objects.select_related("image").prefetch_related("image__renditions")
        held = covers.in_bulk([report.cover_id for report in reports])
        context = {
            "page_obj": page_obj,
            "reports": [(report, held.get(report.cover_id)) for report in reports],
            "year": year,
            "years": years,
            "noindex": not reports or page_obj.number > 1,
        }
        response: HttpResponse = self.render(
            request, context_overrides=context, template="events/photo_reports.html"
        )
        return response
