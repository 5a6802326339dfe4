"""Entering, confirming and correcting who was there."""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.actions.refused import Refused
from methodology.actions.stage import Step
from methodology.models import Attendance, Registration, Training, TrainingSession
from methodology.trainings.stages import TrainingStatus


class Clash(NamedTuple):
    """Somebody who is said to be in two places at once."""

    registration_id: int
    session_id: int
    elsewhere: str


class EnterAttendance:
    """Writes who came on one day; whoever is present elsewhere at that time is not written but told of."""

    def __init__(self, session: TrainingSession, present: Collection[int]) -> None:
        self.session = session
        self.present = set(present)

    def execute(self) -> list[Clash]:
        """Write a row for everybody on the list, present or not, and return the clashes."""
        if self.session.training.status != TrainingStatus.HELD:
            raise Refused(_("Присъствието се въвежда, след като обучението е отбелязано като проведено."))
        listed = list(self.session.training.registrations.confirmed())
        clashes = self._clashes([one for one in listed if one.pk in self.present])
        left_out = {clash.registration_id for clash in clashes}
        rows = [
            Attendance(session=self.session, registration=one, present=one.pk in self.present)
            for one in listed
            if one.pk not in left_out
        ]
        Attendance.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["session", "registration"],
            update_fields=["present"],
        )
        return clashes

    def _clashes(self, coming: list[Registration]) -> list[Clash]:
        elsewhere = Attendance.objects.elsewhere(self.session, coming)
        by_person: dict[object, str] = {}
        for row in elsewhere:
            title = row.session.training.title
            for key in (row.registration.email, row.registration.person_id):
                if key:
                    by_person[key] = title
        found = [(one, by_person.get(one.person_id) or by_person.get(one.email)) for one in coming]
        return [Clash(one.pk, self.session.pk, title) for one, title in found if title]


class ConfirmAttendance(Step):
    """Says that the attendance is complete and right: from now on it counts."""

    name, label, to = "attended", gettext_lazy("Потвърдете присъствието"), TrainingStatus.ATTENDED
    sources = (TrainingStatus.HELD,)

    def check(self) -> None:
        missing = missing_days(self.training)
        if missing:
            days = "; ".join(str(session) for session in missing)
            raise Refused(_("Не е въведено присъствието за: %(days)s.") % {"days": days})

    def follow(self) -> None:
        """Write the days and the minutes to each registration, where they are counted."""
        sessions = {session.pk: session for session in self.training.sessions.all()}
        came: dict[int, list[int]] = defaultdict(list)
        for registration, session in Attendance.objects.filter(
            session__training=self.training, present=True
        ).values_list("registration", "session"):
            came[registration].append(session)
        rows = list(self.training.registrations.confirmed())
        for row in rows:
            row.days_attended = len({sessions[pk].day for pk in came[row.pk]})
            row.minutes_attended = sum(sessions[pk].minutes for pk in came[row.pk])
        Registration.objects.bulk_update(rows, ["days_attended", "minutes_attended"])


class ReopenAttendance(Step):
    """Lets a mistake in the attendance be corrected; the counts wait meanwhile."""

    leads_on = False
    name, label, to = "reopen", gettext_lazy("Поправете присъствието"), TrainingStatus.HELD
    sources = (TrainingStatus.ATTENDED,)

    def check(self) -> None:
        if self.training.certificates.valid().exists():
            raise Refused(_("Вече са издадени удостоверения. Първо анулирайте тези, които са грешни."))

    def follow(self) -> None:
        self.training.registrations.update(days_attended=None, minutes_attended=None)


def missing_days(training: Training) -> list[TrainingSession]:
    """Return the days on which somebody of the list is neither present nor absent; two queries."""
    listed = set(training.registrations.confirmed().values_list("pk", flat=True))
    entered: dict[int, set[int]] = defaultdict(set)
    with transaction.atomic():
        for session, registration in Attendance.objects.filter(session__training=training).values_list(
            "session", "registration"
        ):
            entered[session].add(registration)
    return [session for session in training.sessions.all() if listed - entered[session.pk]]
