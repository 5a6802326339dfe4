"""Another reader of calendars sees the dates that the site shows."""

import json
import subprocess
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from events_factories import change, published_event
from javascript import node, package

from events.models import EventPage
from events.recurrence import localise, to_wall

pytestmark = pytest.mark.django_db

TESTS = Path(__file__).parents[1]
ICAL_JS = "ical.js/dist/ical.js"
BEFORE = date(2027, 12, 1)


def dates_in(calendar: bytes) -> dict[str, list[list[str]]]:
    command = [node(), str(TESTS / "ical_js.mjs"), package(ICAL_JS), BEFORE.isoformat()]
    done = subprocess.run(command, input=calendar, capture_output=True, check=True, timeout=60)
    found: dict[str, list[list[str]]] = json.loads(done.stdout)
    return {uid: sorted(dates) for uid, dates in found.items()}


def rows_of(event: EventPage) -> list[str]:
    rows = event.occurrences.filter(kind="session", original_start__date__lt=BEFORE)
    return sorted(row.first_day.isoformat() if row.all_day else row.local_start.isoformat() for row in rows)


def shown(start: str) -> str:
    """What clocks show at a start; one in the hour that March skips comes an hour later."""
    return to_wall(localise(datetime.fromisoformat(start))).isoformat() if "T" in start else start


CASES: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "weekly over three clock changes": ([], {"recurrence": "FREQ=WEEKLY;BYDAY=WE"}),
    "until a day": ([], {"recurrence": "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331T180000"}),
    "a number of times": ([], {"recurrence": "FREQ=DAILY;INTERVAL=3;COUNT=20"}),
    "the last Thursday, all day": (
        [],
        {"recurrence": "FREQ=MONTHLY;BYDAY=-1TH", "start_time": None, "end_time": None},
    ),
    "cancelled, moved and extra dates": (
        [
            change("cancelled", datetime(2026, 12, 2, 18)),
            change("moved", datetime(2027, 4, 7, 18), new_start=datetime(2027, 4, 8, 10)),
            change("extra", new_start=datetime(2026, 12, 12, 11)),
            change("note", datetime(2026, 12, 16, 18), note="С гост"),
        ],
        {"recurrence": "FREQ=WEEKLY;BYDAY=WE"},
    ),
    "once, with two extra dates": (
        [
            change("extra", new_start=datetime(2026, 12, 12, 11)),
            change("extra", new_start=datetime(2027, 4, 12, 11)),
        ],
        {},
    ),
    "an exhibition": ([], {"start_time": None, "end_time": None, "end_date": date(2027, 1, 10)}),
    "in the hour that March skips": (
        [],
        {"recurrence": "FREQ=WEEKLY;BYDAY=SU", "start_time": time(3, 30), "end_time": time(5, 0)},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_ical_js_finds_the_dates_the_site_shows(client: Client, calendar: Any, case: str) -> None:
    changes, values = CASES[case]
    event = published_event(calendar, *changes, **values)
    found = dates_in(client.get("/feeds/events.ics").content)
    assert [shown(start) for start, _, _ in found[event.uid]] == rows_of(event)


def test_ical_js_sees_which_dates_are_cancelled(client: Client, calendar: Any) -> None:
    cancelled = change("cancelled", datetime(2026, 12, 2, 18))
    event = published_event(calendar, cancelled, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    keep = dates_in(client.get("/feeds/events.ics").content)[event.uid]
    assert keep[1] == ["2026-12-02T18:00:00", "ОТМЕНЕНО: Клуб", "CANCELLED"]
    omit = dates_in(client.get("/feeds/events.ics?cancelled=omit").content)[event.uid]
    assert [start[:10] for start, _, _ in omit] == ["2026-11-25", "2026-12-09"]
