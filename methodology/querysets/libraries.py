"""The questions asked about the network of libraries."""

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from methodology.querysets.scope import ScopedQuerySet
from pages.languages import in_language

if TYPE_CHECKING:
    from methodology.models import Library  # noqa: F401 - named in the base below


class LibraryQuerySet(ScopedQuerySet["Library"]):
    """Libraries of the network."""

    municipality_lookups = ("municipality",)

    def active(self) -> Self:
        """Keep the libraries that work."""
        return self.filter(status="active")

    def active_on(self, day: datetime.date) -> Self:
        """Keep the libraries that worked on a day, by the history of their status."""
        changes = self.model.status_changes.rel.related_model._default_manager.filter(library=OuterRef("pk"))
        before = changes.filter(day__lte=day).order_by("-day").values("status")[:1]
        after = changes.filter(day__gt=day).order_by("day").values("was")[:1]
        return self.annotate(then=Coalesce(Subquery(before), Subquery(after), "status")).filter(then="active")

    def served_by(self, *records: models.QuerySet[Any]) -> Self:
        """Keep the libraries that any of the records name, each once."""
        ways = Q()
        for rows in records:
            ways |= Q(pk__in=rows.order_by().values("library"))
        return self.filter(ways)

    def of_kind(self, *kinds: str) -> Self:
        """Keep the libraries of these kinds (values of `LibraryKind`)."""
        return self.filter(kind__in=kinds)

    def in_municipality(self, *slugs: str) -> Self:
        """Keep the libraries of any of these municipalities."""
        return self.filter(municipality__slug__in=slugs)

    def with_place(self) -> Self:
        """Fetch municipality and settlement in the same query."""
        return self.select_related("municipality", "settlement")

    def count_by_municipality(self) -> list["MunicipalityCount"]:
        """Return how many of the libraries each municipality has, by its name; one query."""
        fields = (f"municipality__{name}" for name in ("slug", "name", "name_en"))
        rows = (
            self.order_by("municipality__name")
            .values_list(*fields)
            .annotate(libraries=Count("pk"), samples=Count("pk", filter=Q(is_sample=True)))
        )
        return [MunicipalityCount(*row) for row in rows]


class MunicipalityCount(NamedTuple):
    """A municipality, its number of libraries and how many of them are sample data."""

    slug: str
    name: str
    name_en: str
    libraries: int
    samples: int

    @property
    def display_name(self) -> str:
        """The name in the active language."""
        return in_language(self, "name")
