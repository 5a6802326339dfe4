"""Closed days as a calendar."""

from datetime import date
from typing import Any

import libical
import pytest
import time_machine
from django.test import Client
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    last_thursday,
    library_hours,
    opening_exception,
)
from icalendar import Calendar

pytestmark = pytest.mark.django_db
ADDRESS = "/feeds/closed-days.ics"


@pytest.fixture
def hours(calendar: Any) -> None:
    library_hours()


def days(client: Client, query: str = "") -> list[Any]:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200, response.content.decode()
    found = response.content.decode()
    assert libical.errors(found) == []
    return list(Calendar.from_ical(found).walk("VEVENT"))


def test_every_last_thursday_is_a_day_of_its_own(client: Client, hours: None) -> None:
    last_thursday()
    found = days(client, "from=2026-11-01&to=2027-01-31")
    assert [day["DTSTART"].dt for day in found] == [date(2026, 11, 26), date(2026, 12, 31), date(2027, 1, 28)]
    assert found[0]["DTEND"].dt == date(2026, 11, 27)
    assert found[0]["DTSTART"].params["VALUE"] == "DATE"
    assert found[0]["SUMMARY"].startswith("Затворено: неработен ден с читатели")
    assert len({str(day["UID"]) for day in found}) == 3


def test_a_day_with_two_reasons_is_shown_once_with_both(client: Client, hours: None) -> None:
    last_thursday()
    ClosureFactory(kind="holiday", reason="Коледа", start_date=date(2030, 12, 26))
    (day,) = days(client, "from=2030-12-20&to=2030-12-28")
    assert "Коледа" in day["SUMMARY"]
    assert "неработен ден с читатели" in day["SUMMARY"]


def test_a_department_that_is_closed_alone_is_named(client: Client, hours: None) -> None:
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    ClosureFactory(start_date=date(2026, 12, 1), reason="Ремонт", departments=[art])
    (day,) = days(client)
    assert day["SUMMARY"].startswith("Затворено (Изкуство): Ремонт")
    assert days(client, "department=izkustvo") != []
    DepartmentFactory(slug="detski")
    assert days(client, "department=detski") == []


def test_an_exception_that_opens_a_closed_day_takes_it_out(client: Client, hours: None) -> None:
    last_thursday()
    before = client.get(ADDRESS)
    opening_exception(date(2026, 11, 26), ("10:00", "12:00"))
    after = client.get(ADDRESS, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert date(2026, 11, 26) not in [day["DTSTART"].dt for day in days(client)]


def test_a_changed_reason_changes_the_etag_and_the_stamp_but_not_the_uid(client: Client, hours: None) -> None:
    closure = ClosureFactory(start_date=date(2026, 12, 1), reason="Ремонт")
    before, etag = days(client)[0], client.get(ADDRESS)["ETag"]
    with time_machine.travel("2026-11-23T12:00:00+00:00", tick=True):
        closure.reason = "Ремонт на покрива"
        closure.save()
        after = days(client)[0]
        assert client.get(ADDRESS)["ETag"] != etag
    assert before["UID"] == after["UID"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_an_unchanged_feed_is_304_for_one_query(client: Client, hours: None, count_queries: Any) -> None:
    last_thursday()
    etag = client.get(ADDRESS)["ETag"]
    with count_queries("the version of hours"):
        assert client.get(ADDRESS, headers={"If-None-Match": etag}).status_code == 304


def test_a_withdrawn_closure_leaves_the_feed(client: Client, hours: None) -> None:
    closure = ClosureFactory(start_date=date(2026, 12, 1))
    assert len(days(client)) == 1
    closure.state = "withdrawn"
    closure.save()
    assert days(client) == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("department=no-such", "department"),
        ("municipality=chirpan", "municipality"),
        ("from=2026-13-01", "from"),
        ("from=2026-01-01&to=2029-01-01", "to"),
    ],
)
def test_a_wrong_filter_is_refused_by_name(client: Client, hours: None, query: str, field: str) -> None:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_the_stamp_does_not_follow_the_clock(client: Client, hours: None) -> None:
    last_thursday()
    first = client.get(f"{ADDRESS}?from=2026-11-01&to=2027-06-01").content
    with time_machine.travel("2026-11-25T08:00:00+00:00", tick=True):
        assert client.get(f"{ADDRESS}?from=2026-11-01&to=2027-06-01").content == first


def test_the_uid_of_a_day_is_the_same_at_every_address_of_the_site(
    client: Client, hours: None, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    ClosureFactory(start_date=date(2026, 12, 1), departments=[art])
    ClosureFactory(start_date=date(2026, 12, 2))
    uids = [
        {str(day["UID"]) for day in Calendar.from_ical(answer.content).walk("VEVENT")}
        for answer in (client.get(ADDRESS, headers={"host": host}) for host in ("a.example", "b.example"))
    ]
    assert uids[0] == uids[1]
    assert len(uids[0]) == 2
    assert not any("example" in uid or "@" in uid for uid in uids[0])


def test_a_department_that_opens_all_the_same_is_named_and_changes_the_stamp(
    client: Client, hours: None
) -> None:
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    DepartmentFactory(name="Читалня", slug="chitalnya")
    last_thursday()
    window = "from=2026-11-20&to=2026-11-30"
    (before,) = days(client, window)
    with time_machine.travel("2026-11-23T12:00:00+00:00", tick=False):
        opening_exception(date(2026, 11, 26), ("10:00", "12:00"), department=art)
        (after,) = days(client, window)
    assert after["SUMMARY"].endswith("(без Изкуство)")
    assert (after["UID"], after["DTSTAMP"].dt > before["DTSTAMP"].dt) == (before["UID"], True)
    assert days(client, f"{window}&department=izkustvo") == []
    assert len(days(client, f"{window}&department=izkustvo&department=chitalnya")) == 1


def test_each_day_leads_to_its_explanation(client: Client, hours: None) -> None:
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    ClosureFactory(start_date=date(2026, 12, 1), departments=[art])
    (day,) = days(client)
    assert str(day["URL"]).endswith("?day=2026-12-01&department=izkustvo")
