"""Changes of single dates against the dates of their event."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.forms.formsets import ORDERING_FIELD_NAME
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.forms.rows import Row, refuse
from events.planning import ChangeKind, When
from events.recurrence import to_wall

DAY = timedelta(days=1)


def refuse_changes(when: When, rows: list[Row]) -> bool:
    """Put errors at rows that change no date, change one twice, or move one onto another; True if any."""
    return any([_refuse_unknown(when, rows), _refuse_twice(rows), _refuse_clashes(when, rows)])


def lost_changes(when: When, rows: Iterable[Row]) -> list[Row]:
    """The rows about dates that the event had when they were saved and has no more, coming ones only."""
    return [row for row in rows if row.instance.pk and not _is_edited(row) and _is_unknown(when, row)]


def is_planned(when: When, moment: datetime) -> bool:
    """Whether the event has a date at a wall-clock moment, or one on its day at another hour."""
    day = moment.date()
    return any(start.date() == day for start in when.starts(day, day + DAY))


def _refuse_unknown(when: When, rows: Iterable[Row]) -> bool:
    found = False
    for row in rows:
        if not _is_unknown(when, row):
            continue
        found = True
        error = _("Събитието няма такава дата. Изберете дата от повторението или изтрийте реда.")
        refuse(row, "recurrence_id", ValidationError(error, code="not-a-date"))
    return found


def _is_unknown(when: When, row: Row) -> bool:
    moment = row.instance.recurrence_id
    if row.instance.kind == ChangeKind.EXTRA or moment is None or is_planned(when, to_wall(moment)):
        return False
    # A row that was right once stays when its date has passed: history is not rewritten.
    return _is_edited(row) or moment >= timezone.now()


def _is_edited(row: Row) -> bool:
    # Another row above it is no change of this one.
    return bool(set(row.changed_data) - {ORDERING_FIELD_NAME})


def _refuse_twice(rows: Iterable[Row]) -> bool:
    found, seen = False, set()
    for row in rows:
        moment = row.instance.recurrence_id
        if row.instance.kind == ChangeKind.EXTRA or moment is None:
            continue
        if moment in seen:
            found = True
            error = _("Тази дата вече се променя в друг ред. Оставете само единия.")
            refuse(row, "recurrence_id", ValidationError(error, code="twice"))
        seen.add(moment)
    return found


def _refuse_clashes(when: When, rows: list[Row]) -> bool:
    found = False
    away = {to_wall(row.instance.recurrence_id) for row in rows if row.instance.recurrence_id}
    taken: set[datetime] = set()
    for row in rows:
        if row.instance.new_start is None or row.instance.kind == ChangeKind.CANCELLED:
            continue
        start = to_wall(row.instance.new_start)
        others = set(when.starts(start.date(), start.date() + DAY)) - away
        if start in taken or start in others:
            found = True
            error = _("По това време вече има друга дата на събитието. Изберете друго време.")
            refuse(row, "new_start", ValidationError(error, code="clash"))
        taken.add(start)
    return found
