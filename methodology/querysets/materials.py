"""The questions asked about materials and what they are sorted by."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
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

    def due_for_review(self, ahead: timedelta = timedelta()) -> Self:
        """Keep what is to be looked through by today, or within some time from today."""
        return self.filter(review_on__lte=timezone.localdate() + ahead)

    def with_unread_files(self) -> Self:
        """Keep the materials with a file that the search cannot read, though it should."""
        unread = apps.get_model("methodology.FileText").objects.needing_care()
        return self.filter(Exists(unread.filter(document__in_materials__page=OuterRef("pk"))))

    def with_care(self, since: date) -> Self:
        """Fetch files with their texts' states, whether it is replaced, and the downloads lately and ever."""
        newer = self.model.objects.live().filter(replaces__translation_key=OuterRef("translation_key"))
        days = apps.get_model("methodology.DownloadDay").objects.order_by()
        days = days.filter(document__in_materials__page=OuterRef("pk"))
        return (
            self.select_related("category")
            .prefetch_related("files__document__file_text")
            .annotate(is_replaced=Exists(newer), lately=_sum(days.filter(day__gte=since)), ever=_sum(days))
        )

    def by_review(self) -> Self:
        """Order by the day of the next review, those without one last."""
        return self.order_by(F("review_on").asc(nulls_last=True), "title", "pk")

    def by_category(self) -> Self:
        """Order by category, newest edition first inside it."""
        return self.order_by("category__sort_order", "category__name", *NEWEST_FIRST)

    def newest_first(self) -> Self:
        """Order by edition date, undated ones last."""
        return self.order_by(*NEWEST_FIRST)

    def with_parts(self) -> Self:
        """Fetch category, audiences and files together with the pages: three queries more."""
        return self.select_related("category", "locale").prefetch_related("audiences", "files__document")


def _sum(days: QuerySet[models.Model]) -> Coalesce:
    # One row for each page: what is summed is named by a value that all its days share.
    rows = days.annotate(whole=Value(1)).values("whole").annotate(number=Sum("downloads")).values("number")
    return Coalesce(Subquery(rows), 0)


NEWEST_FIRST = (F("edition_date").desc(nulls_last=True), "title", "pk")

MaterialManager = PageManager.from_queryset(MaterialQuerySet)
