"""What recurring events may cost in processor time; a programme does not slow down with its past.

Run by `make bench`: the thousand rules take too long for every run of the tests.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from events_factories import EventIndexPageFactory, EventPageFactory, published_event

from events.actions import PublishEvent, roll_occurrences
from events.models import EventOccurrence, EventPage
from events.recurrence import Rule, localise

RULES = 1_000
WEEKLY = "FREQ=WEEKLY;BYDAY=WE"
TEXTS = (
    "FREQ=DAILY",
    WEEKLY,
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=MONTHLY;BYDAY=-1TH",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=YEARLY",
)
TWO_YEARS = timedelta(days=731)

EXPANSION_LIMIT = 0.001
PUBLISH_LIMIT = 0.3
ROLL_LIMIT = 30
# Ten thousand past dates may cost a list of the coming ones hardly anything.
RATIO_LIMIT = 1.5


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """Return the processor seconds of one round."""
    started = time.process_time()
    for _ in range(rounds):
        work()
    return (time.process_time() - started) / rounds


def tell(text: str) -> None:
    print(text)  # noqa: T201 - a benchmark tells


@pytest.fixture
def programme(site: Any, home: Any) -> Iterator[Any]:
    """An empty programme on Monday, 23 November 2026; the clock of the processor goes on."""
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False):
        yield EventIndexPageFactory(parent=home)


def test_a_rule_over_two_years_takes_a_millisecond() -> None:
    start = datetime(2026, 11, 25, 18)
    for text in TEXTS:
        rule = Rule.parse(text)
        begun = rule.aligned(start)
        took = seconds(lambda rule=rule, begun=begun: rule.dates(begun, begun, begun + TWO_YEARS), 20)
        tell(f"expansion of {text} over two years: {1000 * took:.2f} ms of {1000 * EXPANSION_LIMIT:.0f} ms")
        assert took < EXPANSION_LIMIT


@pytest.mark.django_db
def test_a_weekly_event_is_published_in_a_third_of_a_second(programme: Any) -> None:
    published_event(programme, recurrence=WEEKLY)
    page = EventPageFactory(parent=programme, live=False, recurrence=WEEKLY)
    revision = page.save_revision()
    took = seconds(revision.publish)
    dates = page.occurrences.count()
    tell(
        f"publishing a weekly event with {dates} dates: {1000 * took:.0f} ms of {1000 * PUBLISH_LIMIT:.0f} ms"
    )
    assert dates > 100
    assert took < PUBLISH_LIMIT


@pytest.mark.django_db
def test_the_window_of_a_thousand_rules_is_rolled_in_half_a_minute(programme: Any) -> None:
    for number in range(RULES):
        event = EventPageFactory(
            parent=programme,
            title=f"Клуб {number}",
            recurrence=TEXTS[1 + number % 5],
            locale=programme.locale,
        )
        PublishEvent(event).execute()
    with time_machine.travel("2026-12-01T08:00:00+00:00", tick=False):
        changed = []
        took = seconds(lambda: changed.append(roll_occurrences()))
    tell(
        f"rolling the window of {RULES:,} rules: {took:.1f} s of {ROLL_LIMIT} s, {changed[0]} events changed"
    )
    assert changed[0] > 0
    assert took < ROLL_LIMIT


def past_dates(event: EventPage, number: int, before: int) -> None:
    """Add past dates of an event, one a day, the first of them `before` days ago."""
    EventOccurrence.objects.bulk_create(
        [one_hour(event, date(2026, 11, 22) - timedelta(days=before + n)) for n in range(number)],
        batch_size=500,
    )


def one_hour(event: EventPage, day: date) -> EventOccurrence:
    start = localise(datetime(day.year, day.month, day.day, 18))
    return EventOccurrence(
        event=event,
        uuid=uuid4(),
        slug=f"{day:%Y-%m-%d}",
        original_start=start,
        start=start,
        end=start + timedelta(hours=1),
        first_day=day,
        last_day=day,
    )


def visit(client: Client, url: str) -> tuple[int, float]:
    """Return the queries and the least processor seconds of some visits."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    asked = len(queries)
    return asked, min(seconds(lambda: client.get(url)) for _ in range(7))


@pytest.mark.django_db
def test_the_programme_costs_the_same_with_a_hundred_and_ten_thousand_past_dates(
    client: Client, programme: Any
) -> None:
    for number in range(10):
        published_event(programme, title=f"Клуб {number}", recurrence=f"{WEEKLY};COUNT=8")
    past = [published_event(programme, start_date=date(2026, 11, 1) - timedelta(days=n)) for n in range(100)]
    few_queries, few = visit(client, programme.url)
    for event in past:
        past_dates(event, 100, before=200)
    many_queries, many = visit(client, programme.url)
    counted = EventOccurrence.objects.filter(end__lt=localise(datetime(2026, 11, 23))).count()
    tell(
        f"programme with 100 and {counted:,} past dates: {few_queries} and {many_queries} queries, "
        f"{1000 * few:.0f} and {1000 * many:.0f} ms, {many / few:.2f} of {RATIO_LIMIT} times"
    )
    assert counted >= 10_000
    assert many_queries == few_queries
    assert many / few < RATIO_LIMIT
