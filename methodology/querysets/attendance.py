"""The questions asked about single days of attendance."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from methodology.models import Attendance, Registration, TrainingSession  # noqa: F401


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Days on which somebody came or did not."""

    def present(self) -> Self:
        """Keep those who came."""
        return self.filter(present=True)

    def elsewhere(self, session: "TrainingSession", registrations: "list[Registration]") -> Self:
        """Keep the presences of the same people on other trainings at the very time of a session."""
        emails = {one.email for one in registrations if one.email}
        people = {one.person_id for one in registrations if one.person_id}
        return (
            self.present()
            .filter(
                Q(registration__email__in=emails) | Q(registration__person__in=people),
                session__day=session.day,
                session__start_time__lt=session.end_time,
                session__end_time__gt=session.start_time,
            )
            .exclude(session__training=session.training_id)
            .select_related("session__training", "registration")
        )
