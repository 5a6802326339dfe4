"""What a year of opening hours may cost. Run by `make bench`."""

import time
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    last_thursday,
    library_hours,
    opening_exception,
    opening_hours,
)

from events.hours import span
from events.timetable import closed_days, timetable

pytestmark = pytest.mark.django_db

ROUNDS = 40
QUERIES, MILLISECONDS = 3, 20
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def tell(text: str) -> None:
    print(text)  # noqa: T201 - a benchmark tells


def p95(work: Any) -> float:
    """The milliseconds of processor time in which nineteen of twenty rounds end."""
    taken = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - started))
    return sorted(taken)[ROUNDS * 95 // 100 - 1]


@pytest.fixture
def rules(locales: Any) -> None:
    """A library with twelve departments, seasons, holidays and exceptions."""
    library_hours()
    last_thursday()
    for number in range(12):
        department = DepartmentFactory(slug=f"otdel-{number}")
        opening_hours([(day, "08:30", "17:00") for day in range(5)], department)
        summer = {"valid_from": date(2026, 7, 15), "valid_until": date(2026, 8, 31), "name": "Лято"}
        opening_hours([(day, "08:30", "16:00") for day in range(5)], department, **summer)
        for month in range(1, 13):
            opening_exception(date(2026, month, number + 1), ("10:00", "12:00"), department=department)
    for month in range(1, 13):
        ClosureFactory(start_date=date(2026, month, 20), kind="holiday", reason=f"Празник {month}")


def test_a_year_of_one_department(rules: None, client: Client) -> None:
    timetable()

    def year() -> None:
        assert len(span(timetable().department("otdel-3"), FIRST, LAST)) == 365

    with CaptureQueriesContext(connection) as captured:
        year()
    took = p95(year)
    tell(f"a year of one department: {len(captured)} of {QUERIES} queries, {took:.1f} of {MILLISECONDS} ms")
    assert len(captured) <= QUERIES
    assert took <= MILLISECONDS


def test_a_year_of_one_department_through_the_api(rules: None, client: Client) -> None:
    address = f"/api/v1/hours/?department=otdel-3&from={FIRST}&to={LAST}"

    def year() -> None:
        assert client.get(address).status_code == 200

    year()
    with CaptureQueriesContext(connection) as captured:
        year()
    tell(f"the same through the API: {len(captured)} of {QUERIES} queries, {p95(year):.1f} ms")
    assert len(captured) <= QUERIES


def test_the_closed_days_of_a_year_of_all_departments(rules: None) -> None:
    took = p95(lambda: closed_days(FIRST, LAST))
    tell(f"closed days of a year of twelve departments: {took:.1f} ms")
