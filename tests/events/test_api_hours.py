"""Opening hours and closed days in the API."""

from typing import Any

import pytest
from django.test import Client
from events_factories import DepartmentFactory, last_thursday, library_hours, opening_hours

pytestmark = pytest.mark.django_db


@pytest.fixture
def hours(calendar: Any) -> None:
    library_hours()
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], art)
    last_thursday()


def test_two_weeks_of_the_library_start_today(client: Client, hours: None) -> None:
    body = client.get("/api/v1/hours/").json()
    assert (body["department"], body["timezone"], len(body["days"])) == (None, "Europe/Sofia", 14)
    monday, thursday = body["days"][0], body["days"][3]
    assert (monday["date"], monday["intervals"]) == (
        "2026-11-23",
        [{"opens": "08:30:00", "closes": "18:30:00"}],
    )
    assert (thursday["open"], thursday["exceptional"], thursday["intervals"]) == (False, True, [])
    assert thursday["reasons"][0]["closure"] == "no_readers"
    assert "последен четвъртък" in thursday["explanation"]


def test_a_department_has_its_own_hours_and_the_librarys_closures(client: Client, hours: None) -> None:
    body = client.get("/api/v1/hours/?department=izkustvo&from=2026-11-24&to=2026-11-26").json()
    assert body["department"] == {"slug": "izkustvo", "name": "Изкуство"}
    assert body["days"][0]["intervals"][0]["closes"] == "17:00:00"
    assert body["days"][2]["open"] is False


def test_a_year_of_hours_costs_two_queries(client: Client, hours: None, count_queries: Any) -> None:
    client.get("/api/v1/hours/")
    with count_queries("the version of hours, for the ETag", "the version of hours, for the timetable"):
        body = client.get("/api/v1/hours/?from=2026-01-01&to=2026-12-31").json()
    assert len(body["days"]) == 365


def test_closed_days_of_a_year_come_with_their_reasons(client: Client, hours: None) -> None:
    body = client.get("/api/v1/closed-days/").json()
    assert (body["first_day"], body["last_day"], len(body["items"])) == ("2026-11-23", "2027-11-23", 12)
    first = body["items"][0]
    assert (first["date"], first["departments"]) == ("2026-11-26", [])
    assert first["text"].startswith("неработен ден с читатели")


def test_closed_days_speak_english_on_request(client: Client, hours: None) -> None:
    body = client.get("/api/v1/closed-days/?lang=en").json()
    assert body["items"][0]["text"].startswith("no service to readers")
