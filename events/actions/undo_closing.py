"""The doors open again: what „Затваряме днес“ did is taken back."""

from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from events.actions.close_today import CLOSED, CUT, OPENED, write_exception
from events.actions.closure_states import WithdrawClosure, reach_events
from events.hours import Interval
from events.models import Closure, OpeningException

RESTORED, REMOVED = "events.today.restore", "events.today.remove"


@dataclass
class UndoClosing:
    """Take back one closing of today, unless somebody has changed it since."""

    closing: UUID
    user: Any = None

    def execute(self) -> None:
        """Do it in one transaction. ValidationError when there is nothing to undo."""
        entries = entries_of(self.closing)
        if not entries:
            raise ValidationError(_("Няма такова затваряне."), code="unknown")
        with transaction.atomic():
            for entry in entries:
                self._undo(entry)
        reach_events()

    def _undo(self, entry: ModelLogEntry) -> None:
        record = (
            entry.content_type.get_object_for_this_type(pk=entry.object_id) if not entry.deleted else None
        )
        if record is None or is_changed_since(entry):
            text = _("Междувременно някой е променил „%(what)s“. Поправете го от списъка.")
            raise ValidationError(text, code="changed", params={"what": entry.label})
        if isinstance(record, Closure):
            WithdrawClosure(record, self.user).execute()
        elif entry.action == OPENED:
            log(record, REMOVED, user=self.user, deleted=True)
            record.delete()
        else:
            self._restore(record, entry.data["before"])

    def _restore(self, said: OpeningException, kept: dict[str, Any]) -> None:
        rows = (Interval(*(time.fromisoformat(one) for one in row)) for row in kept["hours"])
        write_exception(said, kept, rows)
        log(said, RESTORED, user=self.user)


def entries_of(closing: UUID) -> list[ModelLogEntry]:
    """What one closing did, as the log has it."""
    found = ModelLogEntry.objects.filter(uuid=closing, action__in=(CLOSED, OPENED, CUT))
    return list(found.select_related("content_type", "user").order_by("pk"))


def is_changed_since(entry: ModelLogEntry) -> bool:
    """Whether something else has happened to the record of an entry."""
    same = ModelLogEntry.objects.filter(content_type=entry.content_type, object_id=entry.object_id)
    return same.filter(pk__gt=entry.pk).exists()
