"""A closure reaches the dates of events by their own policy."""

from datetime import date, datetime
from typing import Any

import pytest
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    change,
    last_thursday,
    opening_exception,
    published_event,
)

from events.actions import apply_closures
from events.models import Closure, EventPage, EventPublication
from events.models.conflicts import conflicts_of

pytestmark = pytest.mark.django_db

WEEKLY = {"recurrence": "FREQ=WEEKLY;BYDAY=WE;COUNT=6"}
LAST_THURSDAY = {"start_date": date(2026, 11, 26), "recurrence": "FREQ=MONTHLY;BYDAY=-1TH;COUNT=4"}


def statuses(event: EventPage) -> dict[str, str]:
    return {row.slug: row.status for row in event.occurrences.all()}


def test_a_closed_day_cancels_by_the_policy_of_the_event(programme: Any) -> None:
    last_thursday()
    kept = published_event(programme, closure_policy="keep", **LAST_THURSDAY)
    asked = published_event(programme, closure_policy="ask", **LAST_THURSDAY)
    cancelled = published_event(programme, closure_policy="cancel", **LAST_THURSDAY)
    assert set(statuses(kept).values()) == set(statuses(asked).values()) == {"planned"}
    assert set(statuses(cancelled).values()) == {"cancelled"}
    reason = cancelled.occurrences.first().status_reason
    assert reason == "неработен ден с читатели – всеки последен четвъртък от месеца"


def test_a_closure_reaches_events_when_confirmed_and_leaves_them_when_withdrawn(programme: Any) -> None:
    event = published_event(programme, closure_policy="cancel", **WEEKLY)
    closure = ClosureFactory(start_date=date(2026, 12, 1), end_date=date(2026, 12, 10), state="proposed")
    assert apply_closures() == 0
    closure.state = Closure.State.CONFIRMED
    closure.save()
    assert (apply_closures(), apply_closures()) == (1, 0)
    hit = [slug for slug, status in statuses(event).items() if status == "cancelled"]
    assert hit == ["2026-12-02", "2026-12-09"]
    assert EventPublication.objects.get().sequence == 1
    closure.state = Closure.State.WITHDRAWN
    closure.save()
    assert apply_closures() == 1
    assert set(statuses(event).values()) == {"planned"}


def test_a_closure_of_one_department_cancels_only_its_events(programme: Any) -> None:
    art, children = DepartmentFactory(), DepartmentFactory()
    there = published_event(programme, closure_policy="cancel", department=art, **WEEKLY)
    elsewhere = published_event(programme, closure_policy="cancel", department=children, **WEEKLY)
    ClosureFactory(start_date=date(2026, 12, 2), departments=[art])
    apply_closures()
    assert statuses(there)["2026-12-02"] == "cancelled"
    assert statuses(elsewhere)["2026-12-02"] == "planned"


def test_an_exceptional_opening_saves_the_event_of_a_closed_day(programme: Any) -> None:
    last_thursday()
    opening_exception(date(2026, 11, 26), ("10:00", "19:00"), reason="Нощ на библиотеките")
    event = published_event(programme, closure_policy="cancel", **LAST_THURSDAY)
    assert statuses(event)["2026-11-26"] == "planned"


def test_one_closed_day_does_not_cancel_a_whole_exhibition(programme: Any) -> None:
    last_thursday()
    values = {"start_time": None, "end_time": None, "end_date": date(2026, 12, 20)}
    event = published_event(programme, closure_policy="cancel", **values)
    assert statuses(event) == {"2026-11-25": "planned"}


def test_a_note_alone_decides_nothing_about_a_closed_day(programme: Any) -> None:
    last_thursday()
    note = change("note", datetime(2026, 11, 26, 18), note="Носете чехли")
    event = published_event(programme, note, **LAST_THURSDAY)
    assert f"{conflicts_of(event)[0].row.first_day}" == "2026-11-26"


def test_an_event_with_very_many_closed_dates_is_asked_about_in_parts(programme: Any) -> None:
    ClosureFactory(start_date=date(2026, 11, 23), end_date=date(2027, 6, 30))
    assert len(conflicts_of(published_event(programme, recurrence="FREQ=DAILY"))) == 60
