"""What is due each day: reminders, surveys, closing, forgetting. Doing it twice does nothing more."""

from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone

from methodology.actions.certificate_files import forget_certificate_files
from methodology.actions.surveys import AskParticipants, CloseSurvey
from methodology.models import (
    QuestionSet,
    Registration,
    Survey,
    SurveyInvitation,
    SurveyPurpose,
    Training,
)
from methodology.tasks import send_invitation, send_reminder
from methodology.trainings.stages import IS_CONFIRMED, TAKES_REGISTRATIONS, TrainingStatus
from pages.visitors.limiter import forget_expired

REMIND_BEFORE = timedelta(days=2)
FOLLOW_UP_AFTER = timedelta(weeks=6)
# After that nobody remembers; and a system that begins to run does not write to everybody of past years.
FOLLOW_UP_BEFORE = timedelta(weeks=10)
KEEP_UNCONFIRMED = timedelta(days=7)


class Round(NamedTuple):
    """How much was done."""

    reminders: int
    follow_ups: int
    invitations: int
    closed: int
    forgotten: int


class DailyRound:
    """Does what is due; safe at any time and as often as wanted."""

    def execute(self) -> Round:
        """Return how much was done."""
        closed = [CloseSurvey(survey).execute() for survey in Survey.objects.overdue()]
        return Round(self._remind(), self._follow_up(), self._invite(), len(closed), self._forget())

    def _remind(self) -> int:
        today = timezone.localdate()
        due = Registration.objects.confirmed().filter(
            training__status__in=(TrainingStatus.PLANNED, *TAKES_REGISTRATIONS),
            training__start_date__gte=today,
            training__start_date__lte=today + REMIND_BEFORE,
            reminded_at=None,
            erased_at=None,
        )
        keys = list(due.exclude(email="").values_list("pk", flat=True))
        for pk in keys:
            send_reminder.enqueue(pk)
        return len(keys)

    def _follow_up(self) -> int:
        if QuestionSet.objects.latest_for(SurveyPurpose.FOLLOW_UP) is None:
            return 0
        today = timezone.localdate()
        due = (
            Training.objects.filter(status__in=IS_CONFIRMED)
            .between(today - FOLLOW_UP_BEFORE, today - FOLLOW_UP_AFTER + timedelta(days=1))
            .filter(last__lte=today - FOLLOW_UP_AFTER, registrations__days_attended__gt=0)
            .exclude(surveys__purpose=SurveyPurpose.FOLLOW_UP)
            .distinct()
        )
        return len([AskParticipants(training, SurveyPurpose.FOLLOW_UP).execute() for training in due])

    def _invite(self) -> int:
        unsent = SurveyInvitation.objects.filter(mailed=False, survey__in=Survey.objects.open())
        keys = list(unsent.values_list("pk", flat=True))
        for pk in keys:
            send_invitation.enqueue(pk)
        return len(keys)

    def _forget(self) -> int:
        before = timezone.now() - KEEP_UNCONFIRMED
        forget_expired()
        forget_certificate_files()
        return Registration.objects.unconfirmed().filter(created_at__lt=before).delete()[0]
