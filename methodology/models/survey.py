"""A survey about a training: who was asked on one side, what was answered on the other, no bridge."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

from methodology.models.question_set import SurveyPurpose
from methodology.querysets.surveys import SurveyQuerySet


class Survey(models.Model):
    """Questions put to those whose attendance is confirmed."""

    training = models.ForeignKey("methodology.Training", on_delete=models.PROTECT, related_name="surveys")
    question_set = models.ForeignKey(
        "methodology.QuestionSet",
        verbose_name=gettext_lazy("въпроси"),
        on_delete=models.PROTECT,
        related_name="surveys",
    )
    purpose = models.CharField(gettext_lazy("кога се задават"), max_length=10, choices=SurveyPurpose.choices)
    opened_on = models.DateField(gettext_lazy("отворена на"), default=timezone.localdate)
    closes_on = models.DateField(gettext_lazy("отворена до"))
    closed_on = models.DateField(gettext_lazy("затворена на"), null=True, blank=True)
    # Kept as numbers, so that the list of those asked can be deleted when the survey closes.
    invited = models.PositiveIntegerField(gettext_lazy("поканени"), default=0)
    answered = models.PositiveIntegerField(gettext_lazy("отговорили"), default=0)

    objects: ClassVar = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("анкета")
        verbose_name_plural = gettext_lazy("анкети")
        ordering = ("-opened_on", "-id")
        constraints = (models.UniqueConstraint(fields=("training", "purpose"), name="one_survey_a_purpose"),)

    def __str__(self) -> str:
        return f"{self.training} – {self.get_purpose_display()}"

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.closed_on is None and timezone.localdate() <= self.closes_on


class SurveyInvitation(models.Model):
    """Who was asked, and whether they have answered; deleted when the survey closes. No time is kept."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="invitations")
    registration = models.ForeignKey(
        "methodology.Registration", on_delete=models.CASCADE, related_name="invitations"
    )
    mailed = models.BooleanField(default=False)
    answered = models.BooleanField(default=False)

    class Meta:
        verbose_name = gettext_lazy("покана за анкета")
        verbose_name_plural = gettext_lazy("покани за анкети")
        constraints = (
            models.UniqueConstraint(fields=("survey", "registration"), name="one_invitation_a_person"),
        )

    def __str__(self) -> str:
        return f"{self.survey_id} → {self.registration_id}"


class SurveyAnswer(models.Model):
    """One answer to one question: it knows neither who gave it, nor when, nor what else they answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey("methodology.Question", on_delete=models.PROTECT, related_name="answers")
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name = gettext_lazy("отговор")
        verbose_name_plural = gettext_lazy("отговори")
        constraints = (
            models.CheckConstraint(
                name="score_on_the_scale",
                condition=models.Q(score=None) | models.Q(score__gte=1, score__lte=5),
            ),
        )

    def __str__(self) -> str:
        return self.text or str(self.score)
