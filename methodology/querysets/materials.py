"""The questions asked about materials and what they are sorted by."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from methodology.models import Term  # noqa: F401 - named in the base below


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
