"""What a search engine reads on the pages of events, dates and series."""

from datetime import date, datetime, time
from typing import Any

import extruct
import pytest
from django.test import Client
from events_factories import change, library_hours, published_event
from pages_factories import ImageFactory, fill_contacts

from events.models import EventPartner, EventSeriesPage, FurtherPlace, VisitingHours

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 12, 3, 17)


@pytest.fixture(autouse=True)
def _library(programme: Any, site: Any) -> None:
    library_hours()
    fill_contacts(site, name="Регионална библиотека", street="бул. „Руски“ 44", postcode="6000")


def data_of(client: Client, url: str) -> dict[str, Any]:
    """The only structured data of a page, as an independent reader finds it."""
    response = client.get(url)
    assert response.status_code == 200
    found = extruct.extract(response.content.decode(), syntaxes=["json-ld"])["json-ld"]
    assert all(one["@context"] == "https://schema.org" for one in found)
    events = [one for one in found if one["@type"] in ("Event", "EventSeries")]
    assert len(events) == 1, found
    return dict(events[0])


def test_an_event_tells_when_where_by_whom_and_that_it_is_free(client: Client, programme: Any) -> None:
    event = published_event(
        programme,
        title="Среща </script> с автор",
        lead="Разговор.",
        location="Конферентна зала",
        price="вход свободен",
        image=ImageFactory(),
        image_alt="Зала",
        partners=[EventPartner(name="Музей", url="https://muzei.example")],
    )
    data = data_of(client, event.url)
    assert data["@type"] == "Event"
    assert data["name"] == "Среща </script> с автор"
    assert (data["startDate"], data["endDate"]) == ("2026-11-25T18:00:00+02:00", "2026-11-25T19:30:00+02:00")
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert data["location"][0]["name"] == "Конферентна зала"
    assert data["location"][0]["address"]["streetAddress"] == "бул. „Руски“ 44"
    assert data["organizer"]["name"] == "Регионална библиотека"
    assert data["contributor"][0]["url"] == "https://muzei.example"
    assert data["isAccessibleForFree"] is True
    assert data["offers"]["price"] == "0"
    assert data["offers"]["availability"] == "https://schema.org/InStock"
    assert data["image"].startswith("http://")
    assert data["url"].startswith("http://")


@pytest.mark.parametrize(
    ("fields", "status", "availability"),
    [
        ({"status": "cancelled", "status_reason": "Болест"}, "EventCancelled", None),
        ({"status": "postponed"}, "EventPostponed", None),
        ({"status": "full"}, "EventScheduled", "SoldOut"),
        ({"status": "confirmed", "price": "5 евро"}, "EventScheduled", "InStock"),
    ],
)
def test_states_are_told(
    client: Client, programme: Any, fields: dict[str, Any], status: str, availability: str | None
) -> None:
    data = data_of(client, published_event(programme, **fields).url)
    assert data["eventStatus"] == f"https://schema.org/{status}"
    expected = f"https://schema.org/{availability}" if availability else None
    assert data.get("offers", {}).get("availability") == expected
    assert "price" not in data.get("offers", {})


def test_a_moved_date_tells_when_it_was(client: Client, programme: Any) -> None:
    moved = change(
        "moved", datetime(2026, 12, 2, 18), new_start=datetime(2026, 12, 3, 17), location="Читалня"
    )
    club = published_event(programme, moved, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=4")
    data = data_of(client, f"{club.url}2026-12-02/")
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["previousStartDate"] == "2026-12-02T18:00:00+02:00"
    assert data["startDate"] == "2026-12-03T17:00:00+02:00"
    assert data["location"]["name"] == "Читалня"
    assert data["superEvent"]["@type"] == "EventSeries"


def test_an_event_that_repeats_is_a_series_with_its_coming_dates(client: Client, programme: Any) -> None:
    cancelled = change("cancelled", datetime(2026, 12, 2, 18), reason="Болест")
    club = published_event(programme, cancelled, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=4")
    data = data_of(client, club.url)
    assert data["@type"] == "EventSeries"
    assert [one["eventStatus"].rpartition("/")[2] for one in data["subEvent"]] == [
        "EventScheduled",
        "EventCancelled",
        "EventScheduled",
        "EventScheduled",
    ]
    assert data["subEvent"][0]["url"] == f"{data['url']}2026-11-25/"


@pytest.mark.parametrize(
    ("mode", "kinds", "name"),
    [
        ("online", ["VirtualLocation"], "OnlineEventAttendanceMode"),
        ("mixed", ["Place", "VirtualLocation"], "MixedEventAttendanceMode"),
    ],
)
def test_an_event_online_has_a_place_in_the_net(
    client: Client, programme: Any, mode: str, kinds: list[str], name: str
) -> None:
    place = {"location": "Зала"} if mode == "mixed" else {}
    event = published_event(programme, attendance_mode=mode, online_url="https://video.example/1", **place)
    data = data_of(client, event.url)
    assert [one["@type"] for one in data["location"]] == kinds
    assert data["eventAttendanceMode"] == f"https://schema.org/{name}"


def test_an_exhibition_has_whole_days_an_opening_hours_and_all_its_places(
    client: Client, programme: Any
) -> None:
    event = published_event(
        programme,
        title="Изложба",
        start_date=date(2026, 11, 10),
        end_date=date(2026, 12, 12),
        start_time=None,
        end_time=None,
        location="Фоайе",
        opening_start=datetime.fromisoformat("2026-11-10T17:30+02:00"),
        visiting_hours=[VisitingHours(weekday=1, last_weekday=5, opens=time(10), closes=time(17))],
        further_places=[FurtherPlace(name="Читалище", address="ул. „Първа“ 1")],
    )
    data = data_of(client, event.url)
    assert (data["startDate"], data["endDate"]) == ("2026-11-10", "2026-12-12")
    assert data["subEvent"][0]["name"] == "Откриване: Изложба"
    assert data["subEvent"][0]["startDate"] == "2026-11-10T17:30:00+02:00"
    assert (data["eventSchedule"][0]["startTime"], len(data["eventSchedule"][0]["byDay"])) == ("10:00:00", 5)
    assert [one["name"] for one in data["location"]] == ["Фоайе", "Читалище"]
    assert data["location"][1]["address"]["streetAddress"] == "ул. „Първа“ 1"


def test_a_meeting_belongs_to_its_series_and_the_series_holds_its_meetings(
    client: Client, programme: Any
) -> None:
    series = programme.add_child(instance=EventSeriesPage(title="Клуб по четене"))
    meeting = published_event(programme, title="„Нова земя“", series=series)
    assert data_of(client, meeting.url)["superEvent"]["name"] == "Клуб по четене"
    whole = data_of(client, series.url)
    assert whole["@type"] == "EventSeries"
    assert [one["name"] for one in whole["subEvent"]] == ["„Нова земя“"]
    assert whole["@id"] == data_of(client, meeting.url)["superEvent"]["@id"]


def test_nothing_in_the_data_is_empty(client: Client, programme: Any) -> None:
    def values(node: Any) -> Any:
        if isinstance(node, dict):
            for one in node.values():
                yield from values(one)
        elif isinstance(node, list):
            assert node
            for one in node:
                yield from values(one)
        else:
            yield node

    bare = published_event(programme, title="Без подробности", start_time=time(18), end_time=None)
    assert all(one not in (None, "") for one in values(data_of(client, bare.url)))


def test_the_programme_lists_its_events_in_order_each_once_and_only_as_a_whole(
    client: Client, programme: Any
) -> None:
    club = published_event(programme, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=4")
    reading = published_event(programme, title="Четене", start_date=date(2026, 11, 26))
    found = listed(client, programme.url)
    assert found == [[(1, club.get_full_url()), (2, reading.get_full_url())]]
    assert listed(client, f"{programme.url}?audience=nobody") == []
    club.unpublish()
    reading.unpublish()
    assert listed(client, programme.url) == []


def listed(client: Client, url: str) -> list[list[tuple[int, str]]]:
    """The lists of a page, as an independent reader finds them."""
    data = extruct.extract(client.get(url).content.decode(), syntaxes=["json-ld"])["json-ld"]
    lists = [one["itemListElement"] for one in data if one["@type"] == "ItemList"]
    return [[(item["position"], item["url"]) for item in items] for items in lists]
