"""Events and their dates in the API."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from events_factories import (
    AudienceFactory,
    DepartmentFactory,
    EventCategoryFactory,
    change,
    published_event,
)
from pages_factories import ImageFactory, MunicipalityFactory, translate
from wagtail.models import PageViewRestriction

from events.models import EventPage
from pages.early.middleware import memory

pytestmark = pytest.mark.django_db
EVENTS, DATES = "/api/v1/events/", "/api/v1/occurrences/"


def items(client: Client, address: str, query: str = "") -> list[dict[str, Any]]:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200, response.content.decode()
    found: list[dict[str, Any]] = response.json()["items"]
    return found


def full_event(calendar: Any, number: int = 0, **values: Any) -> EventPage:
    image = ImageFactory()
    return published_event(
        calendar,
        **{
            "title": f"Клуб {number}",
            "category": EventCategoryFactory(slug=f"klub-{number}", name="Клуб"),
            "audiences": [AudienceFactory(slug=f"deca-{number}")],
            "department": DepartmentFactory(slug=f"detski-{number}"),
            "municipality": MunicipalityFactory(),
            "recurrence": "FREQ=WEEKLY;BYDAY=WE",
            "image": image,
            "image_alt": "Деца четат",
            "location": "Детски отдел",
            **values,
        },
    )


def test_an_event_says_all_that_its_page_says(client: Client, calendar: Any) -> None:
    event = full_event(calendar, lead="Всяка сряда.", price="вход свободен", capacity=12)
    (found,) = items(client, EVENTS)
    assert found["id"] == str(event.translation_key)
    assert (found["title"], found["lead"], found["url"]) == ("Клуб 0", "Всяка сряда.", event.full_url)
    assert found["category"] == {"slug": "klub-0", "name": "Клуб"}
    assert found["audiences"][0]["slug"] == "deca-0"
    assert found["municipality"] == {"slug": "stara-zagora", "name": "Стара Загора"}
    assert (found["recurrence"], found["recurrence_text"]) == ("FREQ=WEEKLY;BYDAY=WE", "всяка сряда")
    assert (found["image"]["alt"], found["image"]["width"] > 0) == ("Деца четат", True)
    assert (found["price"], found["capacity"], found["sequence"]) == ("вход свободен", 12, 0)
    assert len(found["occurrences"]) == 10
    assert found["occurrences"][0]["start"] == "2026-11-25T18:00:00+02:00"
    assert client.get(found["feed"].removeprefix("http://testserver")).status_code == 200
    assert client.get(found["occurrences"][0]["url"].removeprefix("http://localhost")).status_code == 200


def test_one_event_comes_with_its_text_and_all_dates_of_a_period(client: Client, calendar: Any) -> None:
    event = full_event(calendar, body=[("text", "<p>Елате <b>всички</b>.</p>")])
    body = client.get(f"{EVENTS}{event.translation_key}/?from=2027-01-01&to=2027-03-31").json()
    assert body["body"] == {"html": "<p>Елате <b>всички</b>.</p>", "text": "Елате всички."}
    assert len(body["occurrences"]) == 13


def test_the_dates_tell_what_changed(client: Client, calendar: Any) -> None:
    published_event(
        calendar,
        change("cancelled", datetime(2026, 12, 2, 18), reason="ремонт"),
        change("moved", datetime(2026, 12, 9, 18), new_start=datetime(2026, 12, 10, 17), location="Зала 2"),
        recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3",
    )
    first, cancelled, moved = items(client, DATES)
    assert (first["status"], first["end"]) == ("planned", "2026-11-25T19:30:00+02:00")
    assert (cancelled["status"], cancelled["status_reason"]) == ("cancelled", "ремонт")
    assert (moved["status"], moved["start"], moved["location"]) == (
        "moved",
        "2026-12-10T17:00:00+02:00",
        "Зала 2",
    )
    assert moved["original_start"] == "2026-12-09T18:00:00+02:00"
    assert moved["event"]["id"] == first["event"]["id"]


@pytest.mark.parametrize("address", [EVENTS, DATES])
def test_events_are_filtered_as_the_feeds_are(client: Client, calendar: Any, address: str) -> None:
    full_event(calendar, 1, recurrence="")
    full_event(calendar, 2, recurrence="", start_date=date(2027, 2, 3))
    for query in ("category=klub-2", "audience=deca-2", "department=detski-2", "from=2027-01-01"):
        found = items(client, address, query)
        assert [one.get("event", one)["title"] for one in found] == ["Клуб 2"], query
    assert len(items(client, address, "municipality=stara-zagora")) == 2
    assert items(client, address, "to=2026-11-24") == []


@pytest.mark.parametrize("address", [EVENTS, DATES])
def test_drafts_private_and_other_language_events_are_not_given(
    client: Client, calendar: Any, address: str
) -> None:
    hidden = full_event(calendar, 1)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    full_event(calendar, 2).unpublish()
    translate(full_event(calendar, 3), title="Club")
    assert {one.get("event", one)["title"] for one in items(client, address)} == {"Клуб 3"}
    assert {one.get("event", one)["title"] for one in items(client, address, "lang=en")} == {"Club"}
    assert client.get(f"{EVENTS}{hidden.translation_key}/").status_code == 404


@pytest.mark.parametrize(
    ("address", "query", "field"),
    [
        (EVENTS, "category=no-such", "category"),
        (EVENTS, "from=2026-12-01&to=2026-11-01", "to"),
        (DATES, "audience=%00", "audience"),
        (DATES, "from=1990-01-01&to=2100-01-01", "to"),
        ("/api/v1/hours/", "department=no-such", "department"),
        ("/api/v1/hours/", "from=2026-01-01&to=2027-06-01", "to"),
        ("/api/v1/closed-days/", "from=2026-01-01&to=2027-06-01", "to"),
        ("/api/v1/closed-days/", "department=x", "department"),
    ],
)
def test_a_wrong_value_is_named(client: Client, calendar: Any, address: str, query: str, field: str) -> None:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_the_number_of_queries_does_not_grow_with_the_list(
    client: Client, calendar: Any, count_queries: Any
) -> None:
    for number in range(8):
        full_event(calendar, number)
    with count_queries(
        "the version of events", "which events, in order", "their records", "their nearest dates"
    ):
        client.get(EVENTS)
    with count_queries("the version of events", "which dates, in order", "their records"):
        client.get(DATES)
    for limit in (2, 8):
        with count_queries("the version of events", "the records of the events", "their nearest dates"):
            client.get(f"{EVENTS}?limit={limit}")
        with count_queries("the version of events", "the records of the dates"):
            client.get(f"{DATES}?limit={limit}&include=body")


def test_which_dates_a_list_has_is_read_anew_when_it_changes(client: Client, calendar: Any) -> None:
    for number, address in enumerate((EVENTS, DATES)):
        assert items(client, address, "limit=1") == []
        event = full_event(calendar, number, recurrence="")
        assert len(items(client, address, "limit=1")) == 1
        restriction = PageViewRestriction.objects.create(page=event, restriction_type="login")
        assert items(client, address, "limit=2") == []
        restriction.delete()
        assert len(items(client, address, "limit=2")) == 1
        event.unpublish()
        assert items(client, address, "limit=3") == []
        event.delete()


def test_one_event_costs_the_same_however_many_there_are(
    client: Client, calendar: Any, count_queries: Any
) -> None:
    event = full_event(calendar)
    client.get(f"{EVENTS}{event.translation_key}/")
    for number in (1, 2, 3):
        full_event(calendar, number)
    asks = ("the version of events", "the stored event", "its stored dates")
    for more in (("what is private", "which event it is"), ()):
        memory.clear()
        with count_queries(*asks, *more):
            client.get(f"{EVENTS}{event.translation_key}/")
    memory.clear()
    with count_queries(*asks):
        client.get(f"{EVENTS}{event.translation_key}/")


def test_every_surface_shows_the_same_dates(client: Client, calendar: Any) -> None:
    event = full_event(calendar)
    rows = [str(row.uuid) for row in event.occurrences.between(date(2026, 11, 23), date(2027, 2, 1))]
    query = "from=2026-11-23&to=2027-01-31&limit=100"
    assert [one["id"] for one in items(client, DATES, query)] == rows
    detail = client.get(f"{EVENTS}{event.translation_key}/?from=2026-11-23&to=2027-01-31").json()
    assert [one["id"] for one in detail["occurrences"]] == rows


@pytest.mark.parametrize("address", [EVENTS, DATES])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("клубове", {"Клуб 0"}),
        ("СРЕДАТА", set()),
        ("отдели детски", {"Клуб 0"}),
        ("клуб няма", set()),
        ("!!!", set()),
    ],
)
def test_words_find_events_and_their_dates_in_any_form(
    client: Client, calendar: Any, address: str, words: str, found: set[str]
) -> None:
    full_event(calendar)
    published_event(calendar, title="Среща с автор", location="Зала")
    rows = items(client, address, urlencode({"q": words}))
    titles = {row["title"] if "title" in row else row["event"]["title"] for row in rows}
    assert titles == found


def test_words_longer_than_a_search_may_be_are_refused(client: Client, calendar: Any) -> None:
    response = client.get(EVENTS, {"q": "дума " * 100})
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
