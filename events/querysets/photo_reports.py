"""Questions about photo reports."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db.models import OuterRef, Subquery
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from pages.navigation import active_language


class PhotoReportQuerySet(PageQuerySet):
    """Photo reports by visibility, language and year."""

    def shown(self) -> Self:
        """Those that readers of the active language see, the latest first."""
        found = self.live().public().filter(locale__language_code=active_language())
        return found.select_related("locale").order_by("-taken_on", "-pk")

    def of_year(self, year: int) -> Self:
        """Those whose pictures were taken in a year."""
        return self.filter(taken_on__gte=date(year, 1, 1), taken_on__lt=date(year + 1, 1, 1))

    def years(self) -> list[int]:
        """The years that have any, the latest first."""
        return [day.year for day in self.order_by().dates("taken_on", "year", order="DESC")]

    def with_cover(self) -> Self:
        """With the id of the first picture of each, as `cover_id`."""
        photos = apps.get_model("events", "ReportPhoto").objects.filter(report=OuterRef("pk"))
        return self.annotate(cover_id=Subquery(photos.order_by("sort_order", "pk").values("pk")[:1]))


PhotoReportManager = PageManager.from_queryset(PhotoReportQuerySet)
