"""The questions asked about surveys."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone

from methodology.surveys.statistics import FEWEST

if TYPE_CHECKING:
    from methodology.models import QuestionSet, Survey  # noqa: F401 - named in the bases below


class QuestionSetQuerySet(models.QuerySet["QuestionSet"]):
    """Sets of questions in their versions."""

    def latest_for(self, purpose: str) -> "QuestionSet | None":
        """Return the newest version of the set that is asked for a purpose."""
        return self.filter(purpose=purpose).order_by("-version", "-pk").first()


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Surveys."""

    def open(self) -> Self:
        """Keep those that are not closed yet."""
        return self.filter(closed_on=None)

    def overdue(self, today: datetime.date | None = None) -> Self:
        """Keep the open ones whose last day has passed."""
        return self.open().filter(closes_on__lt=today or timezone.localdate())

    def shown(self) -> Self:
        """Keep those whose results may be seen: closed for good, with enough answers.

        While answers come, two looks would differ by the newest one; a closed survey never changes.
        """
        return self.filter(closed_on__isnull=False, answered__gte=FEWEST)

    def with_training(self) -> Self:
        """Fetch the training in the same query."""
        return self.select_related("training", "question_set")
