"""Leading a training from stage to stage, each step asked for by name."""

from typing import ClassVar

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.actions.plan_sessions import PlanSessions
from methodology.actions.refused import Refused
from methodology.actions.seats import locked, settle
from methodology.models import Training
from methodology.tasks import send_letter
from methodology.trainings.stages import TAKES_REGISTRATIONS, TrainingStatus

S = TrainingStatus


class Step:
    """One step from any of the `sources` to `to`; subclasses add what has to hold and what follows."""

    # A template would make one of the class it is given.
    do_not_call_in_templates = True
    # Whether it leads on, and is offered first.
    leads_on: ClassVar[bool] = True
    name: ClassVar[str]
    label: ClassVar[str | Promise]
    sources: ClassVar[tuple[TrainingStatus, ...]]
    to: ClassVar[TrainingStatus]

    def __init__(self, training: Training) -> None:
        self.training = training

    def execute(self) -> Training:
        """Take the step, or say what stands in the way."""
        with transaction.atomic():
            self.training = locked(self.training.pk)
            if self.training.status not in self.sources:
                message = _(
                    "Обучението е „%(status)s“ и тази стъпка не е възможна сега. Опреснете страницата."
                )
                raise Refused(message % {"status": self.training.get_status_display()})
            self.check()
            self.training.status = self.to
            self.training.save(update_fields=["status"])
            self.follow()
        return self.training

    def check(self) -> None:
        """Raise Refused when something is missing."""

    def follow(self) -> None:
        """Do what comes with the step."""


class BackToDraft(Step):
    """Takes a training off the site."""

    leads_on = False
    name, label, to = "draft", gettext_lazy("Върнете в чернова"), TrainingStatus.DRAFT
    sources = (S.PLANNED, *TAKES_REGISTRATIONS, S.CANCELLED)

    def check(self) -> None:
        if self.training.registrations.active().exists():
            raise Refused(_("Вече има записани хора. Отменете обучението или затворете записването."))


class Announce(Step):
    """Shows a training without registering on the site."""

    leads_on = False
    name, label, to = "announce", gettext_lazy("Обявете без записване"), TrainingStatus.PLANNED
    sources = (S.DRAFT,)


class CloseRegistration(Step):
    """Takes no more registrations; the list stays, and so do those who wait."""

    leads_on = False
    name, label, to = "close-registration", gettext_lazy("Затворете записването"), TrainingStatus.PLANNED
    sources = TAKES_REGISTRATIONS


class OpenRegistration(Step):
    """Lets librarians register."""

    name, label, to = "open", gettext_lazy("Отворете записването"), TrainingStatus.OPEN
    sources = (S.DRAFT, S.PLANNED)

    def check(self) -> None:
        if self.training.last_day_to_register < timezone.localdate():
            raise Refused(_("Последният ден за записване е минал. Поправете датата и опитайте отново."))

    def follow(self) -> None:
        PlanSessions(self.training).execute()
        settle(self.training)


class Hold(Step):
    """Says that the training has taken place, so that the attendance can be entered."""

    name, label, to = "hold", gettext_lazy("Проведено е"), TrainingStatus.HELD
    sources = (S.PLANNED, *TAKES_REGISTRATIONS)

    def check(self) -> None:
        if self.training.start_date > timezone.localdate():
            raise Refused(_("Обучението още не е започнало. Поправете датите му, ако са грешни."))

    def follow(self) -> None:
        PlanSessions(self.training).execute()


class CallOff(Step):
    """Calls a training off and writes to everybody on the list."""

    leads_on = False
    name, label, to = "cancel", gettext_lazy("Отменете обучението"), TrainingStatus.CANCELLED
    sources = (S.DRAFT, S.PLANNED, *TAKES_REGISTRATIONS)

    def follow(self) -> None:
        for pk in self.training.registrations.active().exclude(email="").values_list("pk", flat=True):
            send_letter.enqueue(pk, "called-off")


class Close(Step):
    """Ends the work on a training."""

    name, label, to = "close", gettext_lazy("Приключете обучението"), TrainingStatus.CLOSED
    sources = (S.ATTENDED, S.SURVEY)

    def check(self) -> None:
        if self.training.surveys.open().filter(purpose="after").exists():
            raise Refused(_("Анкетата след обучението още е отворена. Първо я затворете."))
