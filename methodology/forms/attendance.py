"""The grid of attendance: people down, days across, a tick for each presence."""

from typing import NamedTuple

from django.http import QueryDict
from django.utils import timezone

from methodology.models import Attendance, Registration, Training, TrainingSession


class Cell(NamedTuple):
    """One person on one day."""

    name: str
    checked: bool
    enabled: bool
    label: str
    problem: str


class Row(NamedTuple):
    """One person on all days."""

    registration: Registration
    cells: list[Cell]


class AttendanceGrid:
    """Reads and shows the ticks; days to come are shown but not written."""

    def __init__(self, training: Training, data: QueryDict | None = None) -> None:
        self.training = training
        self.data = data
        self.typed = data if data is not None else QueryDict()
        self.sessions = list(training.sessions.all())
        self.people = list(training.registrations.confirmed().select_related("library__settlement").by_name())
        self.problems: dict[tuple[int, int], str] = {}

    @property
    def past(self) -> list[TrainingSession]:
        """The days that have come."""
        today = timezone.localdate()
        return [session for session in self.sessions if session.day <= today]

    def present(self, session: TrainingSession) -> set[int]:
        """Return who is ticked for a day."""
        return {one.pk for one in self.people if name_of(one.pk, session.pk) in self.typed}

    def is_said(self, session: TrainingSession) -> bool:
        """Tell whether a day is filled in: somebody came, or it is ticked that nobody did."""
        return bool(self.present(session)) or f"nobody-{session.pk}" in self.typed

    def rows(self) -> list[Row]:
        """Return the grid, with what was typed, else with what is written; one query."""
        held = {
            (row.registration_id, row.session_id)
            for row in Attendance.objects.present().filter(session__training=self.training)
        }
        enabled = {session.pk for session in self.past}
        return [
            Row(one, [self._cell(one, session, held, enabled) for session in self.sessions])
            for one in self.people
        ]

    def _cell(
        self, one: Registration, session: TrainingSession, held: set[tuple[int, int]], enabled: set[int]
    ) -> Cell:
        name = name_of(one.pk, session.pk)
        key = (one.pk, session.pk)
        checked = name in self.data if self.data is not None else key in held
        label = f"{one.name}, {session}"
        return Cell(name, checked, session.pk in enabled, label, self.problems.get(key, ""))


def name_of(registration_id: int, session_id: int) -> str:
    """Return the name of a tick."""
    return f"p{registration_id}-{session_id}"
