"""The questions asked about trainings and meetings."""

import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from methodology.querysets.registrations import CONFIRMED, WAITING
from methodology.querysets.scope import ScopedQuerySet
from methodology.trainings.stages import IS_OVER, TrainingStatus

if TYPE_CHECKING:
    from methodology.models import Training  # noqa: F401 - named in the base below


class TrainingQuerySet(ScopedQuerySet["Training"]):
    """Trainings and meetings; days are local days in Europe/Sofia."""

    # A municipal expert sees what is meant for the municipality and where its librarians are on the list.
    municipality_lookups: ClassVar[tuple[str, ...]] = (
        "municipalities",
        "registrations__library__municipality",
    )

    def public(self) -> Self:
        """Keep what visitors and partners may see."""
        return self.filter(is_public=True).exclude(status=TrainingStatus.DRAFT)

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

    def began_in(self, first_day: datetime.date, before_day: datetime.date) -> Self:
        """Keep what began in a half-open span of days: a training is counted once, where it begins."""
        return self.filter(start_date__gte=first_day, start_date__lt=before_day)

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

    def with_parts(self) -> Self:
        """Fetch municipalities, days and materials together with the trainings: five queries more."""
        return self.prefetch_related("municipalities", "sessions", "materials__page", "materials__document")

    def with_counts(self) -> Self:
        """Count who holds a seat and who waits, without a query for each training."""
        return self.annotate(
            confirmed_count=Count("registrations", filter=Q(registrations__status=CONFIRMED), distinct=True),
            waiting_count=Count("registrations", filter=Q(registrations__status=WAITING), distinct=True),
        )

    def for_project(self, project: str) -> Self:
        """Keep the trainings of a project."""
        return self.filter(project=project)

    def held(self) -> Self:
        """Keep what has taken place."""
        return self.filter(status__in=IS_OVER)

    def _with_last_day(self) -> Self:
        return self.annotate(last=Coalesce("end_date", "start_date"))
