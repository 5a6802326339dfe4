"""The questions asked about those who register for trainings and who come."""

from typing import TYPE_CHECKING, NamedTuple, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, F, Q, Sum

from methodology.querysets.scope import ScopedQuerySet
from methodology.trainings.stages import IS_CONFIRMED

if TYPE_CHECKING:
    from methodology.models import Registration

UNCONFIRMED, CONFIRMED, WAITING, CANCELLED = "unconfirmed", "confirmed", "waiting", "cancelled"


class Reach(NamedTuple):
    """How many were reached; the numbers mean different things and are never shown without their words."""

    attendances: int
    """Присъствия: a person on a training counts once for each training."""
    people: int
    """Хора: a person counts once, however many trainings."""
    libraries: int
    """Библиотеки: a library counts once, however many of its people came."""
    attendance_days: int
    """Човекодни: a person counts once for each day."""


class RegistrationQuerySet(ScopedQuerySet["Registration"]):
    """Registrations for trainings."""

    def confirmed(self) -> Self:
        """Keep those that hold a seat."""
        return self.filter(status=CONFIRMED)

    def waiting(self) -> Self:
        """Keep those that wait for a seat, the longest wait first."""
        return self.filter(status=WAITING).order_by("confirmed_at", "pk")

    def unconfirmed(self) -> Self:
        """Keep those whose link nobody has followed yet."""
        return self.filter(status=UNCONFIRMED)

    def active(self) -> Self:
        """Leave out the cancelled ones."""
        return self.exclude(status=CANCELLED)

    def attended(self) -> Self:
        """Keep those whose attendance is confirmed: the only ones that count."""
        return self.filter(training__status__in=IS_CONFIRMED, days_attended__gt=0)

    def between(self, first: object, before: object) -> Self:
        """Keep those of trainings that began in a half-open span of days."""
        return self.filter(training__start_date__gte=first, training__start_date__lt=before)

    def for_project(self, project: str) -> Self:
        """Keep those of the trainings of a project."""
        return self.filter(training__project=project)

    def of_training_kind(self, *kinds: str) -> Self:
        """Keep those of the trainings of these kinds (values of `TrainingKind`)."""
        return self.filter(training__kind__in=kinds)

    def reach(self) -> Reach:
        """Return attendances, people, libraries and days of the rows; one query."""
        row = self.aggregate(
            attendances=Count("pk", distinct=True),
            people=Count("person", distinct=True),
            nameless=Count("pk", filter=Q(person=None), distinct=True),
            libraries=Count("library", distinct=True),
        )
        days = self.aggregate(days=Sum("days_attended"))["days"] or 0
        return Reach(row["attendances"], row["people"] + row["nameless"], row["libraries"], days)

    def clashing_with(self, registration: "Registration") -> Self:
        """Keep the same person's other registrations whose sessions overlap those of a registration."""
        sessions = apps.get_model("methodology.TrainingSession")._default_manager
        mine = sessions.filter(
            training=registration.training_id,
            day=models.OuterRef("day"),
            start_time__lt=models.OuterRef("end_time"),
            end_time__gt=models.OuterRef("start_time"),
        )
        theirs = sessions.filter(models.Exists(mine), training=models.OuterRef("training"))
        same = Q(email=registration.email) if registration.email else Q(pk=None)
        if registration.person_id:
            same |= Q(person=registration.person_id)
        return (
            self.filter(same, models.Exists(theirs), status__in=(CONFIRMED, WAITING))
            .exclude(pk=registration.pk)
            .exclude(training=registration.training_id)
            .exclude(training__status="cancelled")
            .select_related("training")
        )

    def with_parts(self) -> Self:
        """Fetch training, library and its place in the same query."""
        return self.select_related("training", "library__municipality", "library__settlement")

    def by_name(self) -> Self:
        """Order by name."""
        return self.order_by(F("name"), "pk")
