"""The questions asked about the department's work; spans of days are half-open."""

import datetime
from typing import TYPE_CHECKING, Self

from django.utils import timezone

from methodology.querysets.scope import Record, ScopedQuerySet

if TYPE_CHECKING:
    from methodology.models import Consultation, Cooperation, FollowUp, Visit  # noqa: F401 - in the bases


class WorkQuerySet(ScopedQuerySet[Record]):
    """Records of the department's work: each has a day, perhaps a library, a municipality, a project."""

    municipality_lookups = ("municipality",)

    def between(self, first_day: datetime.date, before_day: datetime.date) -> Self:
        """Keep the records of a half-open span of days."""
        return self.filter(date__gte=first_day, date__lt=before_day)

    def in_municipality(self, *slugs: str) -> Self:
        """Keep the records of any of these municipalities."""
        return self.filter(municipality__slug__in=slugs)

    def for_project(self, project: str) -> Self:
        """Keep the records of a project."""
        return self.filter(project=project)

    def with_place(self) -> Self:
        """Fetch library and municipality in the same query."""
        return self.select_related("library__settlement", "municipality")


class ConsultationQuerySet(WorkQuerySet["Consultation"]):
    """Consultations."""

    def by_channel(self, *channels: str) -> Self:
        """Keep the consultations given in these ways (values of `Channel`)."""
        return self.filter(channel__in=channels)

    def about(self, topics: "list[int]") -> Self:
        """Keep the consultations about any of these topics; no row comes twice."""
        through = self.model.topics.through._default_manager.filter(topic__in=topics)
        return self.filter(pk__in=through.values("consultation"))

    def latest_of(self, user: int) -> "Consultation | None":
        """Return the last one somebody recorded."""
        return self.filter(recorded_by=user).order_by("-pk").first()


class VisitQuerySet(WorkQuerySet["Visit"]):
    """Visits and field surveys."""

    def of_kind(self, *kinds: str) -> Self:
        """Keep the visits of these kinds (values of `VisitKind`)."""
        return self.filter(kind__in=kinds)


class CooperationQuerySet(WorkQuerySet["Cooperation"]):
    """Work with the municipal administrations."""

    def of_kind(self, *kinds: str) -> Self:
        """Keep the records of these kinds (values of `CooperationKind`)."""
        return self.filter(kind__in=kinds)


class FollowUpQuerySet(ScopedQuerySet["FollowUp"]):
    """What is left to do."""

    municipality_lookups = ("municipality",)

    def open(self) -> Self:
        """Keep what is not done, the most urgent first."""
        return self.filter(done_on=None)

    def overdue(self, today: datetime.date | None = None) -> Self:
        """Keep what should have been done before the day (today by default)."""
        return self.open().filter(due_on__lt=today or timezone.localdate())

    def of_library(self, library: int) -> Self:
        """Keep what is promised to a library."""
        return self.filter(library=library)

    def with_place(self) -> Self:
        """Fetch library and municipality in the same query."""
        return self.select_related("library__settlement", "municipality")
