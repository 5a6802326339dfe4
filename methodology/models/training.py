"""Trainings and meetings that the department holds for the librarians of the region."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from methodology.querysets import TrainingQuerySet
from methodology.wording import when


class TrainingKind(models.TextChoices):
    """The forms of training and meeting."""

    PRACTICUM = "practicum", gettext_lazy("практикум")
    SEMINAR = "seminar", gettext_lazy("семинар")
    COMPUTER_SKILLS = "computer-skills", gettext_lazy("компютърни и информационни умения")
    REGIONAL_MEETING = "regional-meeting", gettext_lazy("регионална работна среща")
    MUNICIPAL_MEETING = "municipal-meeting", gettext_lazy("общинска среща")


class TrainingStatus(models.TextChoices):
    """What has become of the training."""

    PLANNED = "planned", gettext_lazy("предстои")
    HELD = "held", gettext_lazy("проведено")
    CANCELLED = "cancelled", gettext_lazy("отменено")


class Training(ClusterableModel):
    """A training with its days; the times are wall-clock times in Europe/Sofia, the days inclusive."""

    kind = models.CharField(
        gettext_lazy("вид"), max_length=20, choices=TrainingKind.choices, default=TrainingKind.SEMINAR
    )
    status = models.CharField(
        gettext_lazy("състояние"),
        max_length=20,
        choices=TrainingStatus.choices,
        default=TrainingStatus.PLANNED,
    )
    title = models.CharField(gettext_lazy("тема"), max_length=255)
    start_date = models.DateField(gettext_lazy("първи ден"), db_index=True)
    start_time = models.TimeField(gettext_lazy("начален час"), null=True, blank=True)
    end_date = models.DateField(
        gettext_lazy("последен ден"), null=True, blank=True, help_text=gettext_lazy("Празно: един ден.")
    )
    end_time = models.TimeField(gettext_lazy("краен час"), null=True, blank=True)
    place = models.CharField(gettext_lazy("място"), max_length=255, blank=True)
    description = models.TextField(gettext_lazy("описание"), max_length=5000, blank=True)
    lecturers = models.CharField(gettext_lazy("лектори"), max_length=255, blank=True)
    capacity = models.PositiveSmallIntegerField(gettext_lazy("места"), null=True, blank=True)
    registration_note = models.TextField(
        gettext_lazy("записване"),
        max_length=1000,
        blank=True,
        help_text=gettext_lazy("Как и докога се записват участниците."),
    )
    municipalities = ParentalManyToManyField(
        "pages.Municipality",
        verbose_name=gettext_lazy("за общини"),
        related_name="trainings",
        blank=True,
        help_text=gettext_lazy("Без отметка: за всички общини."),
    )
    is_public = models.BooleanField(
        gettext_lazy("публично"),
        default=True,
        help_text=gettext_lazy("Показва се на сайта и в данните за партньори."),
    )

    # Where the training is shown; the page that lists it knows.
    url = ""

    objects = TrainingQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("status")]),
                FieldPanel("is_public"),
            ],
            heading=gettext_lazy("Обучение"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldPanel("place"),
            ],
            heading=gettext_lazy("Кога и къде"),
        ),
        MultiFieldPanel(
            [FieldPanel("description"), FieldPanel("lecturers")], heading=gettext_lazy("Съдържание")
        ),
        MultiFieldPanel(
            [
                FieldPanel("municipalities", widget=CheckboxSelectMultiple),
                FieldPanel("capacity"),
                FieldPanel("registration_note"),
            ],
            heading=gettext_lazy("Участници"),
        ),
    ]

    class Meta:
        verbose_name = gettext_lazy("обучение")
        verbose_name_plural = gettext_lazy("обучения")
        ordering = ("-start_date", "-start_time", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def when(self) -> str:
        """The days and the hours in words."""
        return when(self)

    @property
    def last_day(self) -> datetime.date:
        """The last day, the first one when the training takes one day."""
        return self.end_date or self.start_date

    def clean(self) -> None:
        super().clean()
        errors = self._order_errors()
        if self.end_time and not self.start_time:
            errors["start_time"] = _("Въведете и начален час.")
        if self.capacity == 0:
            errors["capacity"] = _("Въведете поне едно място или оставете полето празно.")
        if errors:
            raise ValidationError(errors)

    def _order_errors(self) -> dict[str, str]:
        if not self.start_date:
            return {}
        if self.end_date and self.end_date < self.start_date:
            return {"end_date": _("Последният ден е преди първия. Поправете една от двете дати.")}
        one_day = self.last_day == self.start_date
        if one_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            return {"end_time": _("Краят е преди началото. Поправете един от двата часа.")}
        return {}
