"""The questions asked about materials, libraries and trainings."""

import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from pages.languages import in_language

if TYPE_CHECKING:
    from methodology.models import Library, Term, Training  # noqa: F401 - named in the bases below


class TermQuerySet(models.QuerySet["Term"]):
    """Categories and audiences of materials."""

    def in_language(self, code: str) -> Self:
        """Keep the rows of a language ("bg", "en")."""
        return self.filter(locale__language_code=code)

    def names(self, code: str, fallback: str = "bg") -> dict[str, str]:
        """Return name by slug, in order; a term without a name in the language has its fallback one."""
        rows = self.filter(locale__language_code__in={code, fallback}).values_list(
            "slug", "name", "locale__language_code"
        )
        ordered = {slug: name for slug, name, language in rows if language == fallback}
        return ordered | {slug: name for slug, name, language in rows if language == code}


class MaterialQuerySet(PageQuerySet):
    """Material pages."""

    def in_language(self, code: str) -> Self:
        """Keep the pages of a language ("bg", "en")."""
        return self.filter(locale__language_code=code)

    def in_category(self, *slugs: str) -> Self:
        """Keep the materials of any of these categories."""
        return self.filter(category__slug__in=slugs)

    def for_audience(self, *slugs: str) -> Self:
        """Keep the materials meant for any of these audiences, and those meant for everybody."""
        chosen = self.model.audiences.through.objects.filter(
            materialpage=models.OuterRef("pk"), materialaudience__slug__in=slugs
        )
        return self.filter(models.Exists(chosen) | Q(audiences=None))

    def current(self) -> Self:
        """Leave out the materials that a published one replaces, in whichever language."""
        newer = self.model.objects.live().filter(replaces__translation_key=models.OuterRef("translation_key"))
        return self.exclude(models.Exists(newer))

    def by_category(self) -> Self:
        """Order by category, newest edition first inside it."""
        return self.order_by("category__sort_order", "category__name", *NEWEST_FIRST)

    def newest_first(self) -> Self:
        """Order by edition date, undated ones last."""
        return self.order_by(*NEWEST_FIRST)

    def with_parts(self) -> Self:
        """Fetch category, audiences and files together with the pages: three queries more."""
        return self.select_related("category", "locale").prefetch_related("audiences", "files__document")


NEWEST_FIRST = (F("edition_date").desc(nulls_last=True), "title", "pk")

MaterialManager = PageManager.from_queryset(MaterialQuerySet)


class LibraryQuerySet(models.QuerySet["Library"]):
    """Libraries of the network."""

    def active(self) -> Self:
        """Keep the libraries that work."""
        return self.filter(status="active")

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


class TrainingQuerySet(models.QuerySet["Training"]):
    """Trainings and meetings; days are local days in Europe/Sofia."""

    def public(self) -> Self:
        """Keep what visitors and partners may see."""
        return self.filter(is_public=True)

    def upcoming(self, today: datetime.date | None = None) -> Self:
        """Keep what has not ended before the day (today by default), the nearest first."""
        day = today or timezone.localdate()
        return self._with_last_day().filter(last__gte=day).order_by("start_date", "start_time", "pk")

    def past(self, today: datetime.date | None = None) -> Self:
        """Keep what ended before the day (today by default), the latest first."""
        day = today or timezone.localdate()
        return self._with_last_day().filter(last__lt=day).order_by("-start_date", "-start_time", "pk")

    def between(self, first_day: datetime.date, before_day: datetime.date) -> Self:
        """Keep what touches a half-open span of days."""
        return self._with_last_day().filter(start_date__lt=before_day, last__gte=first_day)

    def of_kind(self, *kinds: str) -> Self:
        """Keep the trainings of these kinds (values of `TrainingKind`)."""
        return self.filter(kind__in=kinds)

    def in_municipality(self, *slugs: str) -> Self:
        """Keep the trainings meant for any of these municipalities, and those meant for all of them."""
        chosen = self.model.municipalities.through.objects.filter(
            training=models.OuterRef("pk"), municipality__slug__in=slugs
        )
        return self.filter(models.Exists(chosen) | Q(municipalities=None))

    def with_municipalities(self) -> Self:
        """Fetch the municipalities together with the trainings: one query more."""
        return self.prefetch_related("municipalities")

    def _with_last_day(self) -> Self:
        return self.annotate(last=Coalesce("end_date", "start_date"))
