"""What the pages of events and hours ask the database for, and that it does not grow with the data."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    opening_exception,
    opening_hours,
    published_event,
)

from events.models import Audience, EventCategory

pytestmark = pytest.mark.django_db

COMING = "coming dates, each with its event, category, department, municipality and picture in one join"
AUDIENCES = "the audiences of these events"
RUNNING = "exhibitions that are on, with the same join"
PLACES = "the further places of these events"
RUNNING_PLACES = "the further places of the exhibitions"
HOURS = "the visiting hours of the exhibitions"
PARTS = ("its further places", "its partners", "its files")
RUNNING_AUDIENCES = "the audiences of the exhibitions"

# The events' own tables, when the hours are held in memory; what the frame of every page asks is not theirs.
REASONS: dict[str, tuple[str, ...]] = {
    "/": (COMING, AUDIENCES, PLACES, RUNNING, HOURS),
    "/sabitia/": (
        "the page",
        "how many coming dates there are, for the numbers of pages",
        RUNNING,
        RUNNING_AUDIENCES,
        RUNNING_PLACES,
        HOURS,
        COMING,
        AUDIENCES,
        PLACES,
    ),
    "/sabitia/arhiv/2025/": (
        "the page",
        "the years that have past events",
        "how many there are in this one",
        "past dates of one page, with their events",
        AUDIENCES,
        PLACES,
    ),
    "/sabitia/klub-po-chetene/": (
        "the programme it stands under",
        "the page",
        "its category",
        "its audiences",
        *PARTS,
        "its last past dates",
        "its coming dates",
        "other events of the category",
    ),
    "/sabitia/klub-po-chetene/2026-12-02/": (
        "the programme it stands under",
        "the page",
        "the date",
        "its category",
        "its audiences",
        *PARTS[:2],
    ),
    "/nerabotni-dni/": ("the page",),
    "/nerabotni-dni/2027/": ("the page",),
    "/otdeli-i-uslugi/": ("the page", "all departments with their pictures"),
    "/otdeli-i-uslugi/izkustvo/": (
        "the page",
        "all departments with their pictures",
        COMING,
        AUDIENCES,
        PLACES,
    ),
}


def queries_of(client: Any, url: str) -> list[str]:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.fixture
def past_event(library: Any) -> None:
    """An event of last year, so that the archive has a page."""
    published_event(library.programme, title="Минало", start_date=date(2025, 5, 11))


@pytest.mark.parametrize("url", REASONS)
def test_each_query_of_a_page_has_a_reason(client: Any, library: Any, past_event: None, url: str) -> None:
    own = [sql for sql in queries_of(client, url) if ' FROM "events_' in sql]
    assert len(own) == len(REASONS[url]), "\n".join(own)


@pytest.mark.parametrize("url", REASONS)
def test_no_page_asks_more_when_there_is_more_data(
    client: Any, library: Any, past_event: None, url: str
) -> None:
    before = len(queries_of(client, url))
    for number in range(8):
        department = DepartmentFactory()
        opening_hours([(0, "09:00", "12:00")], department)
        opening_exception(date(2026, 12, 1) + timedelta(number), department=department)
        ClosureFactory(start_date=date(2027, 1, 4 + number), departments=[department])
        shared = {
            "category": EventCategory.objects.first(),
            "audiences": list(Audience.objects.all()),
            "department": department,
        }
        published_event(library.programme, start_date=date(2026, 11, 24), **shared)
        published_event(library.programme, start_date=date(2025, 3, 1 + number), **shared)
        span = {"start_time": None, "end_time": None, "end_date": date(2026, 12, 20 + number)}
        published_event(library.programme, start_date=date(2026, 11, 20), **span, **shared)
    assert len(queries_of(client, url)) == before
