"""Events of another calendar, written as drafts; importing again updates them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from events.actions.import_plan import Plan, Planner, Row, State
from events.actions.imported_page import Categories, categories_by_name, fingerprint, new_page, write_to_page
from events.imports import Candidate, Reading
from events.models import EventIndexPage, EventPage, ImportedEvent

# Events written in one transaction: SQLite lets one writer in at a time, others wait for 20 seconds at most.
PART = 20


@dataclass(frozen=True)
class Choices:
    """What a person decides; by default nothing is published, overwritten, withdrawn or made again."""

    publish: bool = False
    overwrite: bool = False
    withdraw: bool = False
    restore: bool = False


class PlanChanged(Exception):
    """Between the preview and the decision something has changed; nothing was written."""


@dataclass
class Outcome:
    """The plan that is carried out, and how many events have been made, changed and withdrawn for good."""

    plan: Plan
    made: int = 0
    updated: int = 0
    withdrawn: int = 0

    @property
    def written(self) -> int:
        """How many events are not as they were."""
        return self.made + self.updated + self.withdrawn


@dataclass
class ImportEvents:
    """Imports a calendar under a programme, twenty events in a transaction; doing it twice changes nothing.

    When something fails, no event is half saved, and importing the same calendar again writes the rest.

    `user` None means the system itself, which may do everything. `expected` is the digest of the plan
    that was shown: PlanChanged when it is not what would be done now.
    """

    index: EventIndexPage
    source: str
    reading: Reading
    user: Any = None
    choices: Choices = field(default_factory=Choices)
    expected: str = ""

    def plan(self) -> Plan:
        """What would be done; writes nothing."""
        return Planner(self.index, self.source, self.reading, self.user).plan()

    def execute(self, after_part: Callable[[Outcome], object] = lambda outcome: None) -> Outcome:
        """Write it, part by part; `after_part` is told of each that is in the database."""
        plan = self.plan()
        if self.expected and plan.digest != self.expected:
            raise PlanChanged
        outcome = Outcome(plan)
        self.categories: Categories = categories_by_name()
        self.publishes = self.choices.publish and self._may_publish()
        tasks = [row for row in plan.rows if self._has_work(row)]
        for start in range(0, len(tasks), PART):
            part = Outcome(plan)
            with transaction.atomic():
                # Two imports into one programme wait for each other.
                EventIndexPage.objects.select_for_update(of=("self",)).get(pk=self.index.pk)
                for row in self._as_planned(tasks[start : start + PART]):
                    self._carry_out(row, part)
            outcome.made += part.made
            outcome.updated += part.updated
            outcome.withdrawn += part.withdrawn
            after_part(outcome)
        return outcome

    def _has_work(self, row: Row) -> bool:
        if row.candidate and (self._makes(row) or self._updates(row)):
            return True
        return row.state is State.GONE and self.choices.withdraw

    def _as_planned(self, rows: list[Row]) -> list[Row]:
        """Leave out what another import has written since the plan was made."""
        found = ImportedEvent.objects.filter(index=self.index, source=self.source)
        now = dict(found.filter(uid__in=[row.uid for row in rows]).values_list("uid", "imported_at"))
        return [row for row in rows if now.get(row.uid) == (row.record.imported_at if row.record else None)]

    def _may_publish(self) -> bool:
        if self.user is None:
            return True
        return bool(self.index.permissions_for_user(self.user).can_publish_subpage())

    def _carry_out(self, row: Row, outcome: Outcome) -> None:
        choices, event = self.choices, row.record.event if row.record else None
        if row.candidate and self._makes(row):
            self._make(row.candidate)
            outcome.made += 1
        elif row.candidate and event and self._updates(row):
            self._update(row.candidate, event)
            outcome.updated += 1
        elif row.record and event and row.state is State.GONE and choices.withdraw:
            outcome.withdrawn += self._withdraw(row.record, event)

    def _makes(self, row: Row) -> bool:
        return row.state is State.NEW or (row.state is State.DELETED and self.choices.restore)

    def _updates(self, row: Row) -> bool:
        return row.state is State.CHANGED or (row.state is State.EDITED and self.choices.overwrite)

    def _make(self, candidate: Candidate) -> None:
        page = new_page(self.index, self.user)
        write_to_page(page, candidate, self.categories)
        self.index.add_child(instance=page)
        self._save(page, candidate)

    def _update(self, candidate: Candidate, event: EventPage) -> None:
        page = event.get_latest_revision_as_object()
        write_to_page(page, candidate, self.categories)
        self._save(page, candidate)

    def _save(self, page: EventPage, candidate: Candidate) -> None:
        # What is written was cleaned when it was planned, by the checks of the form.
        revision = page.save_revision(user=self.user, log_action=True, clean=False)
        written = fingerprint(page)
        if self.publishes:
            revision.publish(user=self.user)
        ImportedEvent.objects.update_or_create(
            index=self.index,
            source=self.source,
            uid=candidate.uid,
            defaults={
                "event_id": page.pk,
                "title": page.title,
                "digest": candidate.digest,
                "written": written,
                "imported_at": timezone.now(),
                "gone_at": None,
            },
        )

    def _withdraw(self, record: ImportedEvent, event: EventPage) -> int:
        if event.live:
            if self.user and not event.permissions_for_user(self.user).can_unpublish():
                return 0
            event.unpublish(user=self.user)
        record.gone_at = timezone.now()
        record.save(update_fields=["gone_at"])
        return 1
