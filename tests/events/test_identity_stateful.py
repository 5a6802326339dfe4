"""Whatever an editor does, and in whatever order, a date that still takes place stays the same date."""

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from events_factories import EventPageFactory, change
from hypothesis import Phase, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from events import timetable
from events.actions import roll_occurrences
from events.models import EventIndexPage, EventOccurrence, EventPage
from events.planning import window
from events.recurrence import localise, to_wall

pytestmark = pytest.mark.django_db

EXAMPLES, STEPS = 16, 12
EXAMPLES_OF_A_SERVER = 5

FIRST_DAY = datetime.fromisoformat("2026-11-23T08:00:00+00:00")
RULES = (
    "FREQ=WEEKLY;BYDAY=WE;COUNT=8",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=5",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=9",
    "FREQ=MONTHLY;BYDAY=-1TH",
    "FREQ=MONTHLY;BYMONTHDAY=25",
    "FREQ=DAILY;COUNT=5",
    "FREQ=YEARLY",
    "",
)
# Nobody said when, in the hour that March skips, or simply at another time of the day.
TIMES = (None, time(3, 30), time(9, 0), time(11, 0), time(18, 0))
FREE_HOUR = time(11, 0)
LENGTH = timedelta(minutes=45)


class Seen(NamedTuple):
    """Everything about a row that a reader or a program may hold on to."""

    pk: int
    uuid: Any
    slug: str
    original: datetime
    start: datetime
    status: str
    place: str
    note: str

    @property
    def identity(self) -> tuple[Any, ...]:
        return self.pk, self.uuid, self.slug

    @property
    def day(self) -> date:
        return to_wall(self.original).date()


class Editing(RuleBasedStateMachine):
    """One event in the hands of an editor, while time goes on."""

    programme: EventIndexPage
    traveller: time_machine.Traveller

    def __init__(self) -> None:
        super().__init__()
        self.scope = transaction.atomic()
        self.scope.__enter__()
        timetable._held.clear()
        self.traveller.move_to(FIRST_DAY, tick=False)
        self.today = FIRST_DAY.date()
        page = EventPageFactory(
            parent=EventIndexPage.objects.get(pk=self.programme.pk), live=False, recurrence=RULES[0]
        )
        self.event: EventPage = EventPage.objects.get(pk=page.pk)
        self.uid = self.event.uid
        self.identities: dict[int, tuple[Any, ...]] = {}
        self.sequence: int | None = None
        self.live = False
        self.offer(publish=True)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.scope.__exit__(None, None, None)

    # What an editor does.

    @rule(start=st.sampled_from(TIMES), publish=st.booleans())
    def edit_time(self, start: time | None, publish: bool) -> None:
        self.event.start_time = start
        self.event.end_time = (datetime.combine(FIRST_DAY, start) + LENGTH).time() if start else None
        self.offer(publish)

    @rule(place=st.sampled_from(("Читалня", "Детски отдел")), publish=st.booleans())
    def edit_place(self, place: str, publish: bool) -> None:
        self.event.location = place
        self.offer(publish)

    @rule(text=st.sampled_from(RULES), publish=st.booleans())
    def edit_rule(self, text: str, publish: bool) -> None:
        self.event.recurrence = text
        self.offer(publish)

    @rule(number=st.integers(0, 8), kind=st.sampled_from(("cancelled", "note")), publish=st.booleans())
    def cancel_or_note_a_date(self, number: int, kind: str, publish: bool) -> None:
        said = {"reason": "Лекторът е болен"} if kind == "cancelled" else {"note": "С гост"}
        self.change_a_date(number, kind, **said)
        self.offer(publish)

    @rule(number=st.integers(0, 8), later=st.integers(1, 3), publish=st.booleans())
    def move_a_date(self, number: int, later: int, publish: bool) -> None:
        day = self.planned_starts()[number % len(self.planned_starts())] + timedelta(days=later)
        target = datetime.combine(day, time(7, 15))
        self.change_a_date(number, "moved", new_start=target, location="Конферентна зала")
        self.offer(publish)

    @rule(later=st.integers(0, 20), hour=st.sampled_from((FREE_HOUR, time(18, 0))), publish=st.booleans())
    def add_a_date(self, later: int, hour: time, publish: bool) -> None:
        start = datetime.combine(date(2026, 11, 25) + timedelta(days=later), hour)
        assume(localise(start) not in {row.new_start for row in self.event.changes.all()})
        self.event.changes.add(change("extra", new_start=start, note="Допълнително"))
        self.offer(publish)

    @rule()
    def publish(self) -> None:
        self.offer(publish=True)

    @precondition(lambda self: self.live)
    @rule()
    def unpublish(self) -> None:
        before = self.rows()
        EventPage.objects.get(pk=self.event.pk).unpublish()
        self.live = False
        assert self.rows() == before
        self.reload()

    @rule(days=st.sampled_from((1, 40, 400)))
    def roll_the_window(self, days: int) -> None:
        assume(self.today + timedelta(days=days) < date(2028, 11, 1))
        self.today += timedelta(days=days)
        self.traveller.shift(timedelta(days=days))
        before = self.rows()
        roll_occurrences()
        # New dates come at the end of the window; none goes, none changes, so there is no news.
        assert self.rows()[: len(before)] == before
        if self.live and EventPage.objects.get(pk=self.event.pk).is_recurring:
            self.assert_rows_are_as_planned(EventPage.objects.get(pk=self.event.pk))

    # What must hold at any time.

    @invariant()
    def no_date_changes_its_identity(self) -> None:
        for row in self.rows():
            assert self.identities.setdefault(row.pk, row.identity) == row.identity

    @invariant()
    def subscribers_know_the_event_by_one_uid_and_the_last_published_change(self) -> None:
        publication = EventPage.objects.get(pk=self.event.pk).publication
        assert set(re.findall(r"^UID:(.*?)\r?$", publication.vevents, re.MULTILINE)) == {self.uid}
        numbers = set(re.findall(r"^SEQUENCE:(\d+)", publication.vevents, re.MULTILINE))
        assert publication.sequence == self.sequence
        assert numbers == {str(self.sequence)}

    # How it is done and checked.

    def rows(self) -> list[Seen]:
        found = EventOccurrence.objects.filter(event_id=self.event.pk).select_related("event")
        return [
            Seen(
                *(row.pk, row.uuid, row.slug, row.original_start, row.start), row.status, row.place, row.note
            )
            for row in found.order_by("original_start", "pk")
        ]

    def reload(self) -> None:
        """Open the event as the editing form does: with what was last saved, published or not."""
        self.event = EventPage.objects.get(pk=self.event.pk).get_latest_revision_as_object()

    def planned_starts(self) -> list[datetime]:
        return self.event.when.starts(*window(self.today)) or [datetime(2026, 11, 25, 18)]

    def change_a_date(self, number: int, kind: str, **values: Any) -> None:
        starts = self.planned_starts()
        start = starts[number % len(starts)]
        earlier = [
            row
            for row in self.event.changes.all()
            if row.recurrence_id and to_wall(row.recurrence_id).date() == start.date()
        ]
        self.event.changes.remove(*earlier)
        self.event.changes.add(change(kind, start, **values))

    def offer(self, publish: bool) -> None:
        """Save a draft and perhaps publish it; what the form would refuse is left undone."""
        before = self.rows()
        try:
            self.event.full_clean()
        except ValidationError:
            self.reload()
            return
        revision = self.event.save_revision()
        assert self.rows() == before
        if publish:
            revision.publish()
            self.live = True
            self.sequence = 0 if self.sequence is None else self.sequence + 1
            published = EventPage.objects.get(pk=self.event.pk)
            self.assert_only_dates_that_went_away_are_gone(before)
            self.assert_rows_are_as_planned(published)
            self.assert_changes_of_single_dates_survive(published)
        self.reload()

    def assert_only_dates_that_went_away_are_gone(self, before: list[Seen]) -> None:
        after = self.rows()
        had, has = Counter(row.day for row in before), Counter(row.day for row in after)
        by_start = {row.original: row for row in after}
        by_day = {row.day: row for row in after}
        for row in before:
            if row.original in by_start:
                assert by_start[row.original].identity == row.identity
            elif had[row.day] == has[row.day] == 1:
                assert by_day[row.day].identity == row.identity
            else:
                assert has[row.day] < had[row.day]

    def assert_rows_are_as_planned(self, published: EventPage) -> None:
        after, before = window(self.today)
        starts = set(published.when.starts(after, before))
        extra = {to_wall(row.new_start) for row in published.changes.all() if row.kind == "extra"}
        if published.when.all_day:
            extra = {datetime.combine(start, time.min) for start in extra}
        planned = sorted({localise(start) for start in starts | extra})
        rows = [row for row in self.rows() if not published.is_recurring or row.day >= after]
        assert [row.original for row in rows] == [
            start for start in planned if not published.is_recurring or to_wall(start).date() >= after
        ]

    def assert_changes_of_single_dates_survive(self, published: EventPage) -> None:
        sessions = Counter(start.date() for start in published.when.starts(*window(self.today)))
        a_day = Counter(row.day for row in self.rows())
        by_day = {row.day: row for row in self.rows()}
        for made in published.changes.exclude(kind="extra"):
            day = to_wall(made.recurrence_id).date()
            if not (sessions[day] == a_day[day] == 1):
                continue
            row = by_day[day]
            assert row.status == ("planned" if made.kind == "note" else made.kind)
            assert row.note == made.note
            if made.kind == "moved":
                assert row.place == made.location
                assert to_wall(row.start).date() == to_wall(made.new_start).date()


def test_dates_keep_their_identity_whatever_an_editor_does(programme: Any, monday: Any) -> None:
    machine = type("OneEvent", (Editing,), {"programme": programme, "traveller": monday})
    examples = EXAMPLES if connection.vendor == "sqlite" else EXAMPLES_OF_A_SERVER
    run_state_machine_as_test(
        machine,
        # A failure takes minutes to shrink; its dozen steps can be read as they are.
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            phases=[Phase.generate],
        ),
    )
