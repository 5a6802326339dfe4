"""Dates of events as Atom, RSS and JSON Feed, read by other programs."""

from datetime import date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from events_factories import (
    AudienceFactory,
    DepartmentFactory,
    EventCategoryFactory,
    change,
    published_event,
    republish,
)
from feeds import entry_titles, json_feed, parsed
from pages_factories import ImageFactory, MunicipalityFactory, translate
from wagtail.models import PageViewRestriction

from events.views import event_lists

pytestmark = pytest.mark.django_db
ATOM, RSS, JSON = (f"/feeds/events.{ending}" for ending in ("atom", "rss", "json"))
LATER = "2026-11-23T15:00:00+02:00"


@pytest.mark.parametrize("address", [ATOM, RSS])
def test_each_date_is_an_entry_that_says_when_and_where(client: Client, calendar: Any, address: str) -> None:
    event = published_event(
        calendar,
        title="Клуб „А & Б“ <3",
        lead="Разговор.",
        location="Конферентна зала",
        category=EventCategoryFactory(name="Клуб"),
        recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=2",
    )
    feed = parsed(client, address)
    assert feed.feed.language == "bg"
    first, second = feed.entries
    rows = list(event.occurrences.order_by("start"))
    assert [first.id, second.id] == [f"urn:uuid:{row.uuid}" for row in rows]
    assert first.title == "Клуб „А & Б“ <3"
    assert first.link == f"{event.full_url}2026-11-25/"
    assert first.summary.replace("\u00a0", " ") == "сряда, 25 ноември 2026 г., 18:00–19:30 · Конферентна зала"
    assert [tag.term for tag in first.tags] == ["Клуб"]
    assert "Разговор." in first.content[0].value


def test_the_json_feed_fits_its_schema_and_gives_programs_the_dates(client: Client, calendar: Any) -> None:
    published_event(calendar, title="Среща", image=ImageFactory(), image_alt="Зала")
    feed = json_feed(client, JSON)
    (item,) = feed["items"]
    assert feed["feed_url"].endswith("/feeds/events.json")
    assert item["_library"]["start"] == "2026-11-25T18:00:00+02:00"
    assert item["image"].startswith("http")
    assert 'alt="Зала"' in item["content_html"]


def test_an_entry_is_updated_by_publishing_and_keeps_its_id(client: Client, calendar: Any) -> None:
    event = published_event(calendar, title="Среща")
    (before,) = parsed(client, ATOM).entries
    with time_machine.travel(LATER, tick=False):
        republish(event, title="Среща с автор")
        (after,) = parsed(client, ATOM).entries
    assert after.id == before.id
    assert (before.updated, after.updated) == ("2026-11-23T08:00:00Z", "2026-11-23T13:00:00Z")
    assert after.published == before.published
    assert after.title == "Среща с автор"


@pytest.mark.parametrize("address", [ATOM, RSS, JSON])
def test_filters_narrow_every_format_alike(client: Client, calendar: Any, address: str) -> None:
    published_event(
        calendar,
        title="А",
        municipality=MunicipalityFactory(name="Чирпан", code="SZR36"),
        category=EventCategoryFactory(slug="klub"),
        department=DepartmentFactory(slug="izkustvo"),
        audiences=[AudienceFactory(slug="deca")],
    )
    other = published_event(calendar, title="Б", start_date=date(2027, 2, 1))
    translate(other, title="B")
    assert entry_titles(client, address) == ["А", "Б"]
    for query in ("municipality=chirpan", "category=klub", "audience=deca", "department=izkustvo"):
        assert entry_titles(client, f"{address}?{query}") == ["А"]
    assert entry_titles(client, f"{address}?from=2027-01-01&to=2027-02-01") == ["Б"]
    assert entry_titles(client, f"{address}?lang=en") == ["B"]
    for query in ("town=x", "category=no-such", "from=x", "cancelled=hide", "page=0", "page=51", "limit=1"):
        assert client.get(f"{address}?{query}").status_code == 400, query


def test_cancelled_dates_say_so_until_they_are_left_out(client: Client, calendar: Any) -> None:
    cancelled = change("cancelled", datetime(2026, 12, 2, 18), reason="ремонт")
    published_event(calendar, cancelled, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=2")
    assert entry_titles(client, ATOM) == ["Клуб", "ОТМЕНЕНО: Клуб"]
    assert entry_titles(client, f"{ATOM}?cancelled=mark") == ["Клуб", "ОТМЕНЕНО: Клуб"]
    assert entry_titles(client, f"{ATOM}?cancelled=omit") == ["Клуб"]
    assert "ремонт" in parsed(client, ATOM).entries[1].summary


def test_private_and_withdrawn_events_leave_every_format(client: Client, calendar: Any) -> None:
    hidden = published_event(calendar, title="Служебно")
    withdrawn = published_event(calendar, title="Отпаднало")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    withdrawn.unpublish()
    for address in (ATOM, RSS, JSON):
        assert entry_titles(client, address) == []


def test_a_long_list_goes_on_at_the_next_address(
    client: Client, calendar: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_lists, "DATES_A_PART", 2)
    published_event(calendar, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    first = json_feed(client, JSON)
    second = json_feed(client, first["next_url"].removeprefix("http://testserver"))
    assert ([len(first["items"]), len(second["items"])], "next_url" in second) == ([2, 1], False)
    links = {link.rel: link.href for link in parsed(client, ATOM).feed.links}
    assert links["next"].endswith("?page=2")
    assert links["self"].endswith("/feeds/events.atom")


def test_a_feed_reads_stored_records_and_works_nothing_out(
    client: Client, calendar: Any, count_queries: Any
) -> None:
    for number in range(6):
        published_event(calendar, title=f"Клуб {number}", image=ImageFactory(), image_alt="Зала")
    client.get(f"{ATOM}?page=2")
    with count_queries(
        *("the version of events", "the stored records"),
        *("what is private, for the programme", "the programme", "the name of the library"),
    ):
        assert client.get(ATOM).status_code == 200


def test_the_programme_names_its_feeds(client: Client, calendar: Any) -> None:
    EventCategoryFactory(slug="klub")
    page = client.get(calendar.url).content.decode()
    for ending in ("ics", "atom", "rss", "json"):
        assert f'href="/feeds/events.{ending}"' in page
    assert (
        'href="/feeds/events.atom?category=klub"'
        in client.get(f"{calendar.url}?category=klub").content.decode()
    )
