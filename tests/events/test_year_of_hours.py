"""A year of hours is cheap: few queries, little time, and closed days are worked out once for a timetable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    last_thursday,
    library_hours,
    opening_exception,
    opening_hours,
)

from events import timetable as door
from events.hours import Schedule, span
from events.timetable import closed_days, timetable

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
MOST_MS = 20


@pytest.fixture
def house(site: Any, monday: Any) -> None:
    """Twelve departments with hours of their own, a season, holidays and exceptions."""
    library_hours()
    last_thursday()
    for number in range(12):
        department = DepartmentFactory(slug=f"otdel-{number}")
        opening_hours([(day, "08:30", "17:00") for day in range(5)], department)
        ClosureFactory(start_date=date(2027, 3, 1 + number), departments=[department])
        opening_exception(date(2027, 5, 3 + number), ("10:00", "14:00"), department=department)
    for number in range(12):
        ClosureFactory(kind="holiday", reason="Празник", start_date=date(2027, number + 1, 6))
    summer = {"valid_from": date(2027, 7, 15), "valid_until": date(2027, 8, 31), "name": "Лято"}
    opening_hours([(day, "08:30", "16:00") for day in range(5)], **summer)


def quickest(question: Callable[[], Any]) -> float:
    """Milliseconds of this process, the best of some tries: whoever else is busy does not count."""
    tries = []
    for _ in range(7):
        begun = process_time()
        question()
        tries.append(process_time() - begun)
    return min(tries) * 1000


def test_a_year_of_one_department_is_worked_out_within_twenty_milliseconds(house: None) -> None:
    schedule = timetable().schedule("otdel-3")
    assert len(span(schedule, FIRST, LAST)) == 365
    assert quickest(lambda: span(schedule, FIRST, LAST)) <= MOST_MS


def test_a_year_of_one_department_costs_three_queries_and_twenty_milliseconds_warm(
    house: None, client: Any
) -> None:
    address = f"/api/v1/hours/?department=otdel-3&from={FIRST}&to={LAST}"
    assert len(client.get(address).json()["days"]) == 365
    with CaptureQueriesContext(connection) as asked:
        closed = closed_days(FIRST, LAST, departments=["otdel-3"])
    assert len(closed) >= 24
    assert len(asked) <= 3
    assert quickest(lambda: closed_days(FIRST, LAST, departments=["otdel-3"])) <= MOST_MS
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) <= 3, [query["sql"] for query in asked]


def test_closed_days_are_worked_out_once_for_a_timetable(house: None, monkeypatch: Any) -> None:
    hours = timetable()
    worked: list[Schedule] = []

    def watched(schedule: Schedule, first: date, last: date) -> Any:
        worked.append(schedule)
        return span(schedule, first, last)

    monkeypatch.setattr(door, "span", watched)
    found = closed_days(FIRST, LAST, hours)
    assert len(worked) == 13
    found.clear()
    assert len(closed_days(FIRST, LAST, hours)) >= 24
    assert len(worked) == 13
    closed_days(FIRST, LAST, hours, ["otdel-1"])
    assert len(worked) == 26


def test_a_change_of_hours_is_seen_at_once(house: None) -> None:
    before = len(closed_days(FIRST, LAST))
    ClosureFactory(start_date=date(2027, 9, 14))
    assert len(closed_days(FIRST, LAST)) == before + 1


def test_a_supposed_timetable_does_not_answer_for_the_real_one(house: None) -> None:
    hours = timetable()
    real = closed_days(FIRST, LAST, hours)
    supposed = replace(hours, library=replace(hours.library, closures=()))
    assert closed_days(FIRST, LAST, supposed) != real
    assert closed_days(FIRST, LAST, hours) == real


def test_a_timetable_keeps_a_limited_number_of_answers(house: None) -> None:
    hours = timetable()
    for number in range(door.MOST_ANSWERS + 5):
        closed_days(FIRST, FIRST + timedelta(days=number), hours)
    assert 0 < len(hours.answers) <= door.MOST_ANSWERS
