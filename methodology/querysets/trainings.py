"""The questions asked about trainings and meetings."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

if TYPE_CHECKING:
    from methodology.models import Training  # noqa: F401 - named in the base below


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
