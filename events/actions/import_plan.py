"""What importing a calendar would do, event by event; nothing is written here."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from events.actions.imported_page import categories_by_name, errors_of, fingerprint
from events.imports import Candidate, Reading
from events.models import EventIndexPage, EventPage, ImportedEvent
from events.planning import planned, window
from events.recurrence import UserError
from events.wording import user_text


class State(StrEnum):
    """What an import finds about one event."""

    NEW = "new"
    CHANGED = "changed"
    EDITED = "edited"
    SAME = "same"
    GONE = "gone"
    DELETED = "deleted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Row:
    """One line of a preview; `remarks` are in the active language."""

    state: State
    title: str
    remarks: tuple[str, ...] = ()
    line: int = 0
    uid: str = ""
    candidate: Candidate | None = None
    record: ImportedEvent | None = None


@dataclass
class Plan:
    """All lines of a preview and the remarks about the file itself: (line number, text)."""

    rows: list[Row] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    @property
    def counts(self) -> Counter[State]:
        """How many events are in each state."""
        return Counter(row.state for row in self.rows)

    @property
    def digest(self) -> str:
        """The same as long as the import would do the same."""
        lines = [(row.uid, row.state, row.candidate.digest if row.candidate else "") for row in self.rows]
        return sha256(repr(lines).encode("utf-8", "backslashreplace")).hexdigest()


class Planner:
    """Compares a calendar with what was imported from its source under a programme before."""

    def __init__(self, index: EventIndexPage, source: str, reading: Reading, user: Any = None) -> None:
        self.index, self.source, self.reading, self.user = index, source, reading, user
        self.now = timezone.now()

    def plan(self) -> Plan:
        """Return what would be done; a handful of queries and one for each event that is new or changed."""
        records = ImportedEvent.objects.filter(index=self.index).select_related("event")
        self.known = {one.uid: one for one in records.filter(source=self.source)}
        uids = [one.uid for one in self.reading.candidates]
        self.elsewhere = {
            one.uid: one.source
            for one in records.filter(uid__in=uids, event__isnull=False).exclude(source=self.source)
        }
        self.ours = own_uids(uids)
        self.categories = categories_by_name()
        rows = [self._row(one) for one in self.reading.candidates]
        rows += [
            Row(State.REFUSED, one.title or _("(без заглавие)"), (user_text(one.problem),), one.line, one.uid)
            for one in self.reading.refused
        ]
        rows.sort(key=lambda row: row.line)
        problems = [(line, user_text(one)) for line, one in self.reading.problems]
        return Plan([*rows, *self._gone()], sorted(problems))

    def _row(self, candidate: Candidate) -> Row:
        record = self.known.get(candidate.uid)
        if candidate.uid in self.ours:
            return self._refused(candidate, _("Събитието е от този сайт и вече е в програмата."))
        if record is None and (other := self.elsewhere.get(candidate.uid)):
            text = _("Внесено е от друг източник: „%(source)s“. Впишете него, за да се обнови.")
            return self._refused(candidate, text % {"source": other})
        if record and record.event and record.digest == candidate.digest and record.gone_at is None:
            return self._with(State.SAME, candidate, record)
        if errors := errors_of(candidate, self.index, self.categories):
            return self._refused(candidate, *errors)
        if record is None:
            return self._with(State.NEW, candidate, None)
        return self._known(candidate, record)

    def _known(self, candidate: Candidate, record: ImportedEvent) -> Row:
        if record.event is None:
            return self._with(State.DELETED, candidate, record)
        if not self._may_edit(record.event):
            return self._refused(candidate, _("Събитието е заключено или нямате права да го променяте."))
        page = record.event.get_latest_revision_as_object()
        if candidate.partial and page.recurrence:
            # A message about single dates must not make a series of them.
            return self._refused(
                candidate,
                _("Тук е цялата поредица, а в календара – само отделни нейни дати. Променете ги на ръка."),
            )
        state = State.CHANGED if fingerprint(page) == record.written else State.EDITED
        return self._with(state, candidate, record)

    def _may_edit(self, event: EventPage) -> bool:
        if self.user is None:
            return not event.locked
        permissions = event.permissions_for_user(self.user)
        return bool(permissions.can_edit()) and not permissions.page_locked()

    def _with(self, state: State, candidate: Candidate, record: ImportedEvent | None) -> Row:
        remarks: list[UserError] = list(candidate.remarks)
        texts = tuple(user_text(one) for one in remarks)
        missing = [name for name in candidate.words.categories if name.casefold() not in self.categories]
        if missing:
            texts += (_("Няма такава категория: %(names)s.") % {"names": ", ".join(missing)},)
        return Row(state, candidate.words.title, texts, candidate.line, candidate.uid, candidate, record)

    def _refused(self, candidate: Candidate, *texts: str) -> Row:
        return Row(State.REFUSED, candidate.words.title, texts, candidate.line, candidate.uid)

    def _gone(self) -> list[Row]:
        missing = [one for uid, one in self.known.items() if uid not in self.reading.uids and not one.gone_at]
        return [
            Row(State.GONE, one.event.title, (), 0, one.uid, None, one)
            for one in missing
            if one.event and is_coming(one.event, self.now)
        ]


def own_uids(uids: list[str]) -> set[str]:
    """Those of the UIDs that this site itself has given."""
    keys: dict[UUID, str] = {}
    for uid in uids:
        try:
            keys[UUID(uid.removesuffix("-opening"))] = uid
        except ValueError:
            continue
    found = set(EventPage.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
    return {uid for uid in uids if _as_key(uid) in found}


def _as_key(uid: str) -> UUID | None:
    try:
        return UUID(uid.removesuffix("-opening"))
    except ValueError:
        return None


def is_coming(event: EventPage, now: datetime) -> bool:
    """Whether the event has a date that is not over."""
    today = timezone.localdate(now)
    changes = [change for row in event.changes.all() if (change := row.as_change())]
    try:
        dates = planned(event.when, changes, today, window(today)[1])
    except UserError:
        return False
    return any(one.end > now for one in dates)
