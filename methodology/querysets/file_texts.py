"""The questions asked about the texts of files and how often these are taken."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q, Sum
from wagtail.models import CollectionViewRestriction

if TYPE_CHECKING:
    from methodology.models import DownloadDay, FileText  # noqa: F401 - named in the bases below


class FileTextQuerySet(models.QuerySet["FileText"]):
    """Texts of documents."""

    def of_page(self, page_id: int | None) -> Self:
        """Keep the texts of the files of a material, in the order of the files."""
        found = self.filter(document__in_materials__page=page_id)
        return found.order_by("document__in_materials__sort_order", "pk")

    def needing_care(self) -> Self:
        """Keep those that an editor can do something about."""
        return self.exclude(problem__in=("", "other"))

    def open_to_all(self) -> Self:
        """Leave out the documents of collections that not everybody may read: one query for these."""
        closed = Q(pk__in=[])
        for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
            closed |= Q(document__collection__path__startswith=path)
        return self.exclude(closed)


class DownloadDayQuerySet(models.QuerySet["DownloadDay"]):
    """Downloads by day."""

    def since(self, first: date) -> Self:
        """Keep a day and those after it."""
        return self.filter(day__gte=first)

    def between(self, first: date, before: date) -> Self:
        """Keep a half-open span of days."""
        return self.filter(day__gte=first, day__lt=before)

    def by_document(self) -> dict[int, int]:
        """Return the downloads of each document; one query."""
        return dict(self.order_by().values_list("document").annotate(all=Sum("downloads")))
