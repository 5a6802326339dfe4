"""Asking, answering, and closing: who answered and what was answered never meet."""

import random
import uuid
from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.actions.refused import Refused
from methodology.actions.stage import Step
from methodology.models import (
    QuestionSet,
    Survey,
    SurveyAnswer,
    SurveyInvitation,
    SurveyPurpose,
    Training,
)
from methodology.tasks import send_invitation
from methodology.trainings.stages import TrainingStatus

OPEN_FOR = timedelta(days=21)


class AskParticipants:
    """Opens a survey and writes to everybody whose attendance is confirmed and whose address is known."""

    def __init__(self, training: Training, purpose: str) -> None:
        self.training = training
        self.purpose = purpose

    def execute(self) -> Survey:
        """Open the survey once; asking again only writes to those who have had no letter."""
        questions = QuestionSet.objects.latest_for(self.purpose)
        if questions is None:
            raise Refused(_("Няма набор от въпроси за тази анкета. Добавете го в „Набори от въпроси“."))
        with transaction.atomic():
            survey, _new = Survey.objects.get_or_create(
                training=self.training,
                purpose=self.purpose,
                defaults={"question_set": questions, "closes_on": timezone.localdate() + OPEN_FOR},
            )
            people = self.training.registrations.attended().exclude(email="")
            SurveyInvitation.objects.bulk_create(
                [SurveyInvitation(survey=survey, registration=one) for one in people], ignore_conflicts=True
            )
            Survey.objects.filter(pk=survey.pk).update(invited=survey.invitations.count())
        for pk in survey.invitations.filter(mailed=False).values_list("pk", flat=True):
            send_invitation.enqueue(pk)
        return survey


class SendSurvey(Step):
    """Asks those who came, right after the training."""

    name, label, to = "survey", gettext_lazy("Изпратете анкетата"), TrainingStatus.SURVEY
    sources = (TrainingStatus.ATTENDED,)

    def follow(self) -> None:
        AskParticipants(self.training, SurveyPurpose.AFTER).execute()


class AnswerSurvey:
    """Takes the answers of one invitation, once."""

    def __init__(self, invitation: SurveyInvitation, answers: Mapping[int, int | str]) -> None:
        self.invitation = invitation
        self.answers = answers

    def execute(self) -> None:
        """Write the answers without a trace of who gave them."""
        survey = self.invitation.survey
        if not survey.is_open:
            raise Refused(_("Анкетата вече е затворена."))
        with transaction.atomic():
            invited = SurveyInvitation.objects.filter(survey=survey)
            if not invited.filter(pk=self.invitation.pk, answered=False).update(answered=True):
                raise Refused(_("Вече сте отговорили на тази анкета."))
            # PostgreSQL marks rows with the transaction that wrote them. Writing all of them anew leaves
            # the same mark on everybody who has answered, so that it points at nobody.
            invited.filter(answered=True).update(answered=True)
            Survey.objects.filter(pk=survey.pk).update(answered=F("answered") + 1)
            SurveyAnswer.objects.bulk_create(self._rows(survey))

    def _rows(self, survey: Survey) -> list[SurveyAnswer]:
        rows = []
        for question, answer in self.answers.items():
            if isinstance(answer, int):
                rows.append(SurveyAnswer(survey=survey, question_id=question, score=answer))
            elif answer:
                rows.append(SurveyAnswer(survey=survey, question_id=question, text=answer))
        return rows


class CloseSurvey:
    """Closes a survey for good: forgets who was asked and shuffles what was answered."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    def execute(self) -> Survey:
        """Close once; the numbers of those asked and those who answered stay."""
        with transaction.atomic():
            survey = Survey.objects.select_for_update().get(pk=self.survey.pk)
            if survey.closed_on is not None:
                return survey
            survey.closed_on = timezone.localdate()
            survey.invited = survey.invitations.count()
            survey.save(update_fields=["closed_on", "invited"])
            survey.invitations.all().delete()
            self._shuffle(survey)
        return survey

    def _shuffle(self, survey: Survey) -> None:
        """Write the answers anew in a random order: a database keeps rows in the order in which they came."""
        rows = list(survey.answers.all())
        survey.answers.all().delete()
        random.SystemRandom().shuffle(rows)
        for row in rows:
            row.pk = uuid.uuid4()
        SurveyAnswer.objects.bulk_create(rows)


class ReviseQuestions:
    """Writes an edited set of questions as the next version of it."""

    def __init__(self, edited: QuestionSet) -> None:
        self.edited = edited

    def execute(self) -> QuestionSet:
        """Return the new version; the old one keeps its questions for the surveys that asked them."""
        from methodology.models import Question

        edited = self.edited
        last = QuestionSet.objects.filter(family=edited.family).order_by("-version").first()
        new = QuestionSet(
            family=edited.family,
            version=(last.version if last else 0) + 1,
            name=edited.name,
            purpose=edited.purpose,
            intro=edited.intro,
        )
        new.questions = [
            Question(
                sort_order=number,
                text=question.text,
                kind=question.kind,
                measure=question.measure,
                required=question.required,
            )
            for number, question in enumerate(edited.questions.all())
        ]
        new.save()
        return new
