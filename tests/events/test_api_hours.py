"""Opening hours and closed days in the API."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    last_thursday,
    library_hours,
    opening_exception,
    opening_hours,
)

from events.models import Department

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
    assert monday["date"] == "2026-11-23"
    assert monday["intervals"] == [
        {
            "opens": "08:30:00",
            "closes": "18:30:00",
            "start": "2026-11-23T08:30:00+02:00",
            "end": "2026-11-23T18:30:00+02:00",
        }
    ]
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


def test_the_state_now_and_the_text_for_maps_come_with_the_hours(client: Client, hours: None) -> None:
    body = client.get("/api/v1/hours/?department=izkustvo&lang=en").json()
    assert body["state"] == {
        "open": True,
        "closes": "2026-11-23T17:00:00+02:00",
        "opens": None,
        "until": "2026-11-23T16:00:00+02:00",
        "text": "open until 17:00",
    }
    assert body["opening_hours"] == "Mo-Fr 08:30-17:00; Th[-1] off"
    assert isinstance(body["version"], int)


def test_closed_days_are_narrowed_to_a_department(client: Client, hours: None) -> None:
    art, reading = (
        Department.objects.get(slug="izkustvo"),
        DepartmentFactory(slug="chitalnya", name="Читалня"),
    )
    ClosureFactory(start_date=date(2026, 12, 1), departments=[reading])
    opening_exception(date(2026, 11, 26), ("10:00", "12:00"), department=art)
    of_art, of_reading, of_all = (
        [
            (day["date"], *([one["slug"] for one in day[key]] for key in ("departments", "open_departments")))
            for day in client.get(f"/api/v1/closed-days/?to=2026-12-31{query}").json()["items"]
        ]
        for query in ("&department=izkustvo", "&department=chitalnya", "")
    )
    assert of_art == [("2026-12-31", [], [])]
    assert of_reading == of_all
    assert of_all == [
        ("2026-11-26", [], ["izkustvo"]),
        ("2026-12-01", ["chitalnya"], []),
        ("2026-12-31", [], []),
    ]


def test_an_unknown_department_is_refused_by_name(client: Client, hours: None) -> None:
    for door in ("hours", "closed-days"):
        response = client.get(f"/api/v1/{door}/?department=nyama")
        assert response.status_code == 400
        assert [error["field"] for error in response.json()["errors"]] == ["department"]
