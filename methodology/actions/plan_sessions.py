"""Making the days of a training from its dates."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from methodology.actions.refused import Refused
from methodology.models import Training, TrainingSession

MOST_DAYS = 60
SATURDAY = 5


class PlanSessions:
    """Makes a session for each weekday from the first day to the last, when there is none yet."""

    def __init__(self, training: Training) -> None:
        self.training = training

    def execute(self) -> list[TrainingSession]:
        """Return the sessions, new or held."""
        training = self.training
        held = list(TrainingSession.objects.filter(training=training.pk))
        if held:
            return held
        if training.start_time is None or training.end_time is None:
            raise Refused(_("Добавете учебни дни или попълнете началния и крайния час на обучението."))
        if training.end_time <= training.start_time:
            raise Refused(_("Часовете не са в рамките на един ден. Добавете учебните дни един по един."))
        return TrainingSession.objects.bulk_create(
            TrainingSession(
                training_id=training.pk, day=day, start_time=training.start_time, end_time=training.end_time
            )
            for day in self._days()
        )

    def _days(self) -> list[date]:
        training = self.training
        span = min((training.last_day - training.start_date).days + 1, MOST_DAYS)
        days = [training.start_date + timedelta(days=number) for number in range(span)]
        return [day for day in days if day.weekday() < SATURDAY] or days
