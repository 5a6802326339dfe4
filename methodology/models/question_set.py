"""What is asked after a training; a set in use stays as it was, and its next version is edited."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from methodology.querysets.surveys import QuestionSetQuerySet


class SurveyPurpose(models.TextChoices):
    """When the questions are asked."""

    AFTER = "after", gettext_lazy("след обучението")
    FOLLOW_UP = "follow-up", gettext_lazy("шест седмици по-късно")


class QuestionKind(models.TextChoices):
    """How a question is answered."""

    SCALE = "scale", gettext_lazy("скала от 1 до 5")
    TEXT = "text", gettext_lazy("свободен отговор")


class Measure(models.TextChoices):
    """What a question measures, so that trainings can be compared whatever the wording."""

    SATISFACTION = "satisfaction", gettext_lazy("удовлетвореност")
    USEFULNESS = "usefulness", gettext_lazy("полезност")
    KNOWLEDGE = "knowledge", gettext_lazy("знания")
    CONFIDENCE = "confidence", gettext_lazy("увереност")
    APPLICATION = "application", gettext_lazy("приложение")
    AWARENESS = "awareness", gettext_lazy("осведоменост")
    OTHER = "other", gettext_lazy("друго")


class QuestionSet(ClusterableModel):
    """A version of a set of questions."""

    family = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveSmallIntegerField(gettext_lazy("версия"), default=1, editable=False)
    name = models.CharField(gettext_lazy("име"), max_length=150)
    purpose = models.CharField(
        gettext_lazy("кога се задават"),
        max_length=10,
        choices=SurveyPurpose.choices,
        default=SurveyPurpose.AFTER,
    )
    intro = models.TextField(gettext_lazy("увод"), max_length=1000, blank=True)

    objects: ClassVar = QuestionSetQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("purpose")]),
        FieldPanel("intro"),
        InlinePanel(
            "questions",
            heading=gettext_lazy("Въпроси"),
            label=gettext_lazy("въпрос"),
            min_num=1,
            max_num=30,
        ),
    ]

    class Meta:
        verbose_name = gettext_lazy("набор от въпроси")
        verbose_name_plural = gettext_lazy("набори от въпроси")
        ordering = ("name", "-version")
        constraints = (models.UniqueConstraint(fields=("family", "version"), name="one_set_a_version"),)

    def __str__(self) -> str:
        return f"{self.name}, {self.version}"

    @property
    def is_in_use(self) -> bool:
        """Whether somebody has been asked these very questions."""
        return self.pk is not None and self.surveys.exists()


class Question(Orderable):
    """A question of a set."""

    question_set = ParentalKey("methodology.QuestionSet", on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(gettext_lazy("въпрос"), max_length=300)
    kind = models.CharField(
        gettext_lazy("отговор"), max_length=5, choices=QuestionKind.choices, default=QuestionKind.SCALE
    )
    measure = models.CharField(
        gettext_lazy("какво се измерва"), max_length=12, choices=Measure.choices, default=Measure.OTHER
    )
    required = models.BooleanField(gettext_lazy("задължителен"), default=False)

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("measure"), FieldPanel("required")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("въпрос")
        verbose_name_plural = gettext_lazy("въпроси")

    def __str__(self) -> str:
        return self.text
