"""Questions about news."""

from datetime import date
from typing import Self

from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class NewsPageQuerySet(PageQuerySet):
    """Verbs of the lists of news."""

    def in_language(self, code: str) -> Self:
        """Keep news in one language ("bg", "en")."""
        return self.filter(locale__language_code=code)

    def newest_first(self) -> Self:
        """Order by date, the newest first; the same day by time of publication."""
        return self.order_by("-date", "-first_published_at", "-pk")

    def of_year(self, year: int) -> Self:
        """Keep news dated in one year."""
        return self.filter(date__gte=date(year, 1, 1), date__lte=date(year, 12, 31))

    def tagged(self, slug: str) -> Self:
        """Keep news with a tag."""
        return self.filter(tagged_items__tag__slug=slug)

    def with_image(self) -> Self:
        """Fetch pictures and their renditions in two more queries for any number of news."""
        return self.select_related("image").prefetch_related("image__renditions")

    def years(self) -> list[int]:
        """Return the years that have news, the newest first. One query."""
        return [day.year for day in self.dates("date", "year", order="DESC")]


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)
