"""What an editor decides about the dates of an event on closed days: keep, skip or move each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from events.models import EventOccurrence, EventPage, OccurrenceChange
from events.models.changes import MAX_CHANGES
from events.recurrence import localise, to_wall

Kind = OccurrenceChange.Kind


class Choice(StrEnum):
    """What happens to one date: it takes place all the same, it is cancelled, or it gets another time."""

    KEEP = "keep"
    SKIP = "skip"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice about one date; `why` is the closure in words, `new_start` naive wall-clock time."""

    row: EventOccurrence
    choice: Choice
    why: str = ""
    new_start: datetime | None = None


@dataclass
class DecideClosedDates:
    """Write decisions into the changes of an event's latest version, as a revision by `user`.

    With `publish`, a page that has no other unpublished changes is published with them.
    """

    event: EventPage
    decisions: Iterable[Decision]
    user: Any = None
    publish: bool = False

    def execute(self) -> bool:
        """Do it in one transaction; True when it was published. ValidationError for a draft with errors."""
        draft: EventPage = self.event.get_latest_revision_as_object()
        changes = list(draft.changes.all())
        for decision in self.decisions:
            changes = _decided(changes, decision)
        if len(changes) > MAX_CHANGES:
            raise ValidationError(_("Събитието има твърде много променени дати. Изтрийте старите промени."))
        draft.changes.set(changes)
        publish = self.publish and self.event.live and not self.event.has_unpublished_changes
        with transaction.atomic():
            revision = draft.save_revision(user=self.user, log_action=True)
            if publish:
                revision.publish(user=self.user)
        return publish


def may_decide(page: Page, user: Any) -> bool:
    """Whether a person may change the dates of a page now: may edit it, and nobody has locked it."""
    allowed = page.permissions_for_user(user)
    return bool(allowed.can_edit() and not allowed.page_locked())


def _decided(changes: list[OccurrenceChange], decision: Decision) -> list[OccurrenceChange]:
    """The changes of an event with one decision more; a date that was changed before keeps its row."""
    known = next((one for one in changes if _is_of(one, decision.row)), None)
    if known and known.kind == Kind.EXTRA and decision.choice is Choice.SKIP:
        return [one for one in changes if one is not known]
    change = known or OccurrenceChange(kind=Kind.NOTE, recurrence_id=decision.row.original_start)
    if decision.choice is Choice.KEEP:
        change.despite_closure = True
    elif decision.choice is Choice.SKIP:
        change.kind, change.reason = Kind.CANCELLED, decision.why
        change.new_start = change.new_end = None
    elif decision.new_start:
        _move(change, decision.row, localise(decision.new_start), decision.why)
    return changes if known else [*changes, change]


def _move(change: OccurrenceChange, row: EventOccurrence, start: datetime, why: str) -> None:
    length = to_wall(row.end) - to_wall(row.start)
    if change.new_end:
        change.new_end = localise(to_wall(start) + length)
    if change.kind != Kind.EXTRA:
        change.kind, change.reason = Kind.MOVED, change.reason or why
    change.new_start = start


def _is_of(change: OccurrenceChange, row: EventOccurrence) -> bool:
    """Whether a change is about a date: at its original time, or on its day when the hour has changed."""
    known = change.as_change()
    if known is None:
        return False
    if change.kind == Kind.EXTRA:
        return (known.new_start or known.original) == row.original_local_start
    return known.original.date() == row.original_local_start.date()
