"""The days of a training: each with its own hours, topic and identity in calendars."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from pages.bulgarian import dates


class TrainingSession(models.Model):
    """A part of a training that takes place on one day, in wall-clock time of Europe/Sofia."""

    training = ParentalKey("methodology.Training", on_delete=models.CASCADE, related_name="sessions")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    day = models.DateField(gettext_lazy("ден"), db_index=True)
    start_time = models.TimeField(gettext_lazy("от"))
    end_time = models.TimeField(gettext_lazy("до"))
    topic = models.CharField(gettext_lazy("тема на деня"), max_length=255, blank=True)
    lecturer = models.CharField(gettext_lazy("лектор"), max_length=255, blank=True)
    place = models.CharField(
        gettext_lazy("място"),
        max_length=255,
        blank=True,
        help_text=gettext_lazy("Празно: мястото на обучението."),
    )
    changed_at = models.DateTimeField(auto_now=True)

    panels = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("start_time"), FieldPanel("end_time")]),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("lecturer"), FieldPanel("place")]),
    ]

    class Meta:
        verbose_name = gettext_lazy("учебен ден")
        verbose_name_plural = gettext_lazy("учебни дни")
        ordering = ("day", "start_time", "id")
        constraints = (
            models.CheckConstraint(
                name="session_ends_after_it_begins",
                condition=models.Q(end_time__gt=models.F("start_time")),
                violation_error_message=gettext_lazy("Краят е преди началото. Поправете един от двата часа."),
            ),
        )

    def __str__(self) -> str:
        return f"{dates.short_date(self.day)}, {dates.time_range(self.start_time, self.end_time)}"

    def clean(self) -> None:
        super().clean()
        if self.start_time and self.end_time and self.end_time <= self.start_time:
            raise ValidationError({"end_time": _("Краят е преди началото. Поправете един от двата часа.")})

    @property
    def hours(self) -> str:
        """The hours in words: „9:30–16:30 ч.“"""
        return _("%(hours)s ч.") % {"hours": dates.time_range(self.start_time, self.end_time)}

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        start = datetime.datetime.combine(self.day, self.start_time)
        return int((datetime.datetime.combine(self.day, self.end_time) - start).total_seconds()) // 60

    @property
    def starts_at(self) -> datetime.datetime:
        """The moment of its beginning."""
        return timezone.make_aware(datetime.datetime.combine(self.day, self.start_time))

    def overlaps(self, other: "TrainingSession") -> bool:
        """Tell whether somebody would have to be in two places."""
        same_day = self.day == other.day
        return same_day and self.start_time < other.end_time and other.start_time < self.end_time
