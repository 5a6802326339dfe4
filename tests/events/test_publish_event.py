"""Publishing writes rows that keep their identity."""

from datetime import date, datetime, time
from typing import Any

import pytest
from events_factories import published_event

from events.models import EventPage

pytestmark = pytest.mark.django_db


def identities(event: EventPage) -> dict[str, tuple[int, Any]]:
    return {row.slug: (row.pk, row.uuid) for row in event.occurrences.all()}


def test_a_single_event_has_one_date_in_wall_clock_time(programme: Any) -> None:
    event = published_event(programme)
    row = event.occurrences.get()
    assert (row.slug, row.local_start, row.local_end) == (
        "2026-11-25",
        datetime(2026, 11, 25, 18, 0),
        datetime(2026, 11, 25, 19, 30),
    )


def test_a_weekly_event_keeps_its_hour_over_clock_changes_for_two_years(
    programme: Any,
) -> None:
    event = published_event(programme, recurrence="FREQ=WEEKLY;BYDAY=WE")
    rows = list(event.occurrences.all())
    assert {row.local_start.time() for row in rows} == {time(18, 0)}
    assert 100 <= len(rows) <= 106
    assert rows[-1].first_day > date(2028, 11, 1)
