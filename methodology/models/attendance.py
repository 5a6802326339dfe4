"""Who was there on which day."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy

from methodology.querysets.attendance import AttendanceQuerySet


class Attendance(models.Model):
    """Whether somebody came on a day; without a row nobody has looked yet."""

    session = models.ForeignKey(
        "methodology.TrainingSession", on_delete=models.CASCADE, related_name="attendances"
    )
    registration = models.ForeignKey(
        "methodology.Registration", on_delete=models.CASCADE, related_name="attendances"
    )
    present = models.BooleanField(gettext_lazy("присъства"), default=False)

    objects: ClassVar = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("присъствие")
        verbose_name_plural = gettext_lazy("присъствия")
        constraints = (
            models.UniqueConstraint(fields=("session", "registration"), name="one_attendance_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.registration_id} – {self.session_id}: {self.present}"
