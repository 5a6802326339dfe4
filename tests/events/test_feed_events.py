"""Events as calendars."""

from datetime import date, datetime, time, timedelta
from typing import Any

import libical
import pytest
import time_machine
from django.test import Client
from events_factories import (
    AudienceFactory,
    ClosureFactory,
    DepartmentFactory,
    EventCategoryFactory,
    change,
    published_event,
    republish,
)
from icalendar import Calendar
from pages_factories import MunicipalityFactory, fill_contacts, translate
from wagtail.models import PageViewRestriction, Site

from pages.early.middleware import memory

pytestmark = pytest.mark.django_db
ADDRESS = "/feeds/events.ics"


def text(client: Client, query: str = "", address: str = ADDRESS) -> str:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200, response.content.decode()
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    found = response.content.decode()
    assert libical.errors(found) == []
    return found


def events(client: Client, query: str = "", address: str = ADDRESS) -> list[Any]:
    return list(Calendar.from_ical(text(client, query, address)).walk("VEVENT"))


def titles(client: Client, query: str = "") -> set[str]:
    return {str(event["SUMMARY"]) for event in events(client, query)}


def test_a_published_event_is_in_the_feed_with_all_it_says(client: Client, calendar: Any) -> None:
    event = published_event(
        calendar,
        title="Среща с автор",
        lead="Разговор за новата книга.",
        body=[("text", "<p>Елате с <b>приятел</b>.</p>")],
        location="Конферентна зала",
        category=EventCategoryFactory(name="Срещи"),
        price="вход свободен",
    )
    (found,) = events(client)
    assert (found["UID"], found["SUMMARY"]) == (str(event.translation_key), "Среща с автор")
    assert found["DTSTART"].to_ical() == b"20261125T180000"
    assert found["DTSTART"].params["TZID"] == "Europe/Sofia"
    assert found["DTEND"].dt.time() == time(19, 30)
    assert found["DESCRIPTION"] == "Разговор за новата книга.\n\nЕлате с приятел.\n\nВход: вход свободен"
    assert found["X-ALT-DESC"] == "<p>Елате с <b>приятел</b>.</p>"
    assert (found["LOCATION"], found["URL"]) == ("Конферентна зала", event.full_url)
    assert [str(name) for name in found["CATEGORIES"].cats] == ["Срещи"]


def test_a_weekly_event_is_one_series_with_its_changes(client: Client, calendar: Any) -> None:
    published_event(
        calendar,
        change("cancelled", datetime(2026, 12, 2, 18), reason="ремонт"),
        change("moved", datetime(2026, 12, 9, 18), new_start=datetime(2026, 12, 10, 17)),
        change("extra", new_start=datetime(2026, 12, 12, 11)),
        recurrence="FREQ=WEEKLY;BYDAY=WE",
    )
    master, cancelled, moved = events(client)
    assert master["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=WE"
    assert "EXDATE" not in master
    assert master["RDATE"].to_ical() == b"20261212T110000"
    assert cancelled["STATUS"] == "CANCELLED"
    assert "ремонт" in cancelled["DESCRIPTION"]
    assert moved["RECURRENCE-ID"].to_ical() == b"20261209T180000"
    assert moved["DTSTART"].to_ical() == b"20261210T170000"


def test_an_exhibition_is_one_span_and_its_opening_an_event_of_its_own(client: Client, calendar: Any) -> None:
    event = published_event(
        calendar,
        title="Липите на града",
        start_time=None,
        end_time=None,
        end_date=date(2026, 12, 31),
        opening_start=datetime.fromisoformat("2026-11-25T17:30:00+02:00"),
    )
    span, opening = events(client)
    assert (span["DTSTART"].dt, span["DTEND"].dt) == (date(2026, 11, 25), date(2027, 1, 1))
    assert opening["UID"] == f"{event.translation_key}-opening"
    assert opening["SUMMARY"] == "Откриване: Липите на града"
    assert "DTEND" not in opening


def test_only_what_a_filter_matches_is_in_the_feed(client: Client, calendar: Any) -> None:
    children = AudienceFactory(slug="deca")
    published_event(
        calendar,
        title="А",
        municipality=MunicipalityFactory(name="Чирпан", code="SZR36"),
        category=EventCategoryFactory(slug="klub"),
        department=DepartmentFactory(slug="izkustvo"),
        audiences=[children],
    )
    published_event(calendar, title="Б", start_date=date(2027, 2, 1))
    MunicipalityFactory()
    assert titles(client) == {"А", "Б"}
    for query in ("municipality=chirpan", "category=klub", "audience=deca", "department=izkustvo"):
        assert titles(client, query) == {"А"}, query
    assert titles(client, "municipality=chirpan&municipality=stara-zagora") == {"А"}
    assert titles(client, "municipality=stara-zagora") == set()
    assert titles(client, "from=2027-01-01&to=2027-02-01") == {"Б"}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("town=chirpan", "town"),
        ("municipality=atlantis", "municipality"),
        ("category=%00", "category"),
        ("audience=" + "9" * 20, "audience"),
        ("from=yesterday", "from"),
        ("from=2026-12-01&to=2026-11-01", "to"),
        ("from=1990-01-01&to=2100-01-01", "to"),
        ("cancelled=hide", "cancelled"),
        ("cancelled=keep&cancelled=mark", "cancelled"),
        ("lang=de", "lang"),
        ("limit=5", "limit"),
    ],
)
def test_a_wrong_filter_is_refused_by_name_and_never_means_everything(
    client: Client, calendar: Any, query: str, field: str
) -> None:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_drafts_private_and_withdrawn_events_are_not_in_the_feed(client: Client, calendar: Any) -> None:
    hidden = published_event(calendar, title="Служебно")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    withdrawn = published_event(calendar, title="Отпаднало")
    assert titles(client) == {"Отпаднало"}
    withdrawn.unpublish()
    assert titles(client) == set()
    for event in (hidden, withdrawn):
        assert client.get(f"/feeds/event/{event.translation_key}.ics").status_code == 404


def test_an_event_long_past_is_not_in_the_feed_unless_asked_for(client: Client, calendar: Any) -> None:
    published_event(calendar, title="Отдавна", start_date=date(2026, 9, 1))
    published_event(calendar, title="Наскоро", start_date=date(2026, 11, 1))
    assert titles(client) == {"Наскоро"}
    assert titles(client, "from=2026-08-01") == {"Отдавна", "Наскоро"}


def test_a_subscriber_chooses_how_cancelled_events_are_shown(client: Client, calendar: Any) -> None:
    published_event(calendar, title="Лекция", status="cancelled", status_reason="болест")
    published_event(calendar, title="Клуб")
    (kept,) = [event for event in events(client) if "Лекция" in event["SUMMARY"]]
    assert (kept["STATUS"], kept["SUMMARY"]) == ("CANCELLED", "ОТМЕНЕНО: Лекция")
    assert "STATUS:CANCELLED" not in text(client, "cancelled=mark")
    assert titles(client, "cancelled=mark") == {"ОТМЕНЕНО: Лекция", "Клуб"}
    assert titles(client, "cancelled=omit") == {"Клуб"}


def test_a_closure_that_cancels_a_date_reaches_the_subscriber(client: Client, calendar: Any) -> None:
    ClosureFactory(start_date=date(2026, 12, 2), reason="Инвентаризация")
    published_event(calendar, recurrence="FREQ=WEEKLY;BYDAY=WE", closure_policy="cancel")
    _, cancelled = events(client)
    assert cancelled["RECURRENCE-ID"].to_ical() == b"20261202T180000"
    assert "Инвентаризация" in cancelled["DESCRIPTION"]


def test_an_english_subscriber_gets_the_translations(client: Client, calendar: Any) -> None:
    event = published_event(calendar, title="Среща")
    translate(event, title="Meeting")
    assert titles(client, "lang=en") == {"Meeting"}
    assert titles(client) == {"Среща"}
    (english,) = events(client, "lang=en", f"/feeds/event/{event.translation_key}.ics")
    assert english["UID"] == str(event.translation_key)


def test_every_publish_gives_another_etag_and_a_higher_sequence(client: Client, calendar: Any) -> None:
    event = published_event(calendar, title="Клуб")
    seen = [(client.get(ADDRESS)["ETag"], events(client)[0]["SEQUENCE"])]
    for number in range(3):
        with time_machine.travel(datetime.fromisoformat(f"2026-11-23T1{number}:00:00+02:00"), tick=True):
            event = republish(event, title=f"Клуб {number}")
            seen.append((client.get(ADDRESS)["ETag"], events(client)[0]["SEQUENCE"]))
    assert len({etag for etag, _ in seen}) == 4
    assert [sequence for _, sequence in seen] == [0, 1, 2, 3]


def test_deleting_an_event_changes_the_etag(client: Client, calendar: Any) -> None:
    event = published_event(calendar)
    before = client.get(ADDRESS)
    event.delete()
    assert client.get(ADDRESS, headers={"If-None-Match": before["ETag"]}).status_code == 200


def test_an_unchanged_feed_is_304_for_one_query(client: Client, calendar: Any, count_queries: Any) -> None:
    published_event(calendar)
    first = client.get(ADDRESS)
    with count_queries("the version of events"):
        again = client.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_the_bytes_are_the_same_whenever_they_are_asked_for(client: Client, calendar: Any) -> None:
    published_event(calendar, recurrence="FREQ=WEEKLY;BYDAY=WE")
    first = client.get(ADDRESS).content
    with time_machine.travel("2026-11-24T09:00:00+00:00", tick=True):
        assert client.get(ADDRESS).content == first


def test_the_feed_reads_stored_texts_and_works_nothing_out(
    client: Client, calendar: Any, count_queries: Any
) -> None:
    for number in range(5):
        published_event(calendar, title=f"Клуб {number}", recurrence="FREQ=WEEKLY;BYDAY=WE")
    client.get(ADDRESS)
    memory.clear()
    with count_queries(
        "the version of events",
        "the name of the library",
        "the stored texts",
    ):
        assert len(events(client)) == 5


def test_the_answer_suits_browsers_and_calendars(client: Client, calendar: Any) -> None:
    for number in range(20):
        published_event(calendar, title=f"Клуб {number}")
    response = client.get(ADDRESS, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Encoding"] == "gzip"
    assert response["Content-Disposition"] == 'inline; filename="events.ics"'
    assert "stale-while-revalidate" in response["Cache-Control"]
    assert not response.cookies
    assert client.head(ADDRESS)["ETag"] == client.get(ADDRESS)["ETag"]
    assert client.post(ADDRESS).status_code == 405
    assert client.get("/feeds/nothing.ics").status_code == 404


def test_the_window_starts_thirty_days_back(client: Client, calendar: Any) -> None:
    today = date(2026, 11, 23)
    published_event(calendar, title="Вътре", start_date=today - timedelta(days=30))
    published_event(calendar, title="Вън", start_date=today - timedelta(days=31))
    assert titles(client) == {"Вътре"}


def test_an_event_in_the_library_says_where_and_who_is_responsible(client: Client, calendar: Any) -> None:
    site = Site.objects.get(is_default_site=True)
    place = {"latitude": "42.427800", "longitude": "25.625600", "city": "Стара Загора"}
    fill_contacts(site, **place, email="a@library.example")
    published_event(calendar, title="Вътре")
    published_event(calendar, title="Другаде", address="Чирпан, пл. „Съединение“ 1")
    published_event(calendar, title="Онлайн", attendance_mode="online", online_url="https://video.example/1")
    inside, elsewhere, online = events(client)
    assert inside["GEO"].to_ical() == "42.4278;25.6256"
    assert inside["ORGANIZER"] == "mailto:a@library.example"
    assert inside["ORGANIZER"].params["CN"]
    assert "GEO" not in elsewhere
    assert "GEO" not in online
