"""What importing the largest calendar that is taken costs: reading, preview, writing, repeating.

Run by `make bench`: a thousand pages take too long for every run of the tests.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from calendars import WEEKLY, calendar, vevent
from django.utils import timezone
from events_factories import EventIndexPageFactory

from events.actions.import_events import ImportEvents
from events.imports import Reading, read_calendar
from events.imports.limits import MAX_COMPONENTS
from events.models import EventPage, ImportedEvent

# Seconds of the processor: a person waits for the first two, the writing is done in the background.
READ_LIMIT = 5
PREVIEW_LIMIT = 15
WRITE_LIMIT = 60


@pytest.fixture
def programme(site: Any, home: Any) -> Iterator[Any]:
    """An empty programme on Monday, 23 November 2026; the clock of the processor goes on."""
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False):
        yield EventIndexPageFactory(parent=home)


def a_thousand() -> bytes:
    """Single and weekly events, some with changed dates, as large as a calendar may be."""
    parts = []
    for number in range(MAX_COMPONENTS):
        rule = [WEEKLY, "EXDATE;TZID=Europe/Sofia:20261209T180000"] if number % 4 == 0 else []
        words = [
            f"LOCATION:Зала {number % 7}",
            "DESCRIPTION:Разговор за книги, които помним.",
            "DURATION:PT1H",
        ]
        day = "02" if rule else f"{1 + number % 28:02}"
        start = f"202612{day}T180000"
        parts.append(vevent(f"{number}@example", *rule, *words, title=f"Среща {number}", start=start))
    return calendar(*parts)


def measured(name: str, work: Callable[[], Any], limit: float) -> Any:
    started = time.process_time()
    result = work()
    took = time.process_time() - started
    print(f"{name}: {took:.1f} s of {limit} s")  # noqa: T201 - a benchmark tells
    assert took < limit
    return result


@pytest.mark.django_db
def test_a_thousand_events_are_imported_in_a_minute(programme: Any, settings: Any) -> None:
    # Indexes are written by tasks after the transaction, as in a library.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    data, today = a_thousand(), timezone.localdate()
    reading: Reading = measured("reading 1,000 events", lambda: read_calendar(data, today), READ_LIMIT)
    action = ImportEvents(programme, "big.ics", reading)
    measured("preview of 1,000 new events", action.plan, PREVIEW_LIMIT)
    outcome = measured("writing 1,000 drafts", action.execute, WRITE_LIMIT)
    assert outcome.made == EventPage.objects.count() == ImportedEvent.objects.count() == MAX_COMPONENTS
    again = measured("preview of the same 1,000 events", action.plan, PREVIEW_LIMIT)
    assert {row.state.value for row in again.rows} == {"same"}
