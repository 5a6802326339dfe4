"""Whatever changes an answer changes it on every surface at once, also where answers come from memory."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from events_factories import ClosureFactory, EventCategoryFactory, published_event, republish
from feeds import entry_titles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pages_factories import ImageFactory, MunicipalityFactory
from wagtail.models import PageViewRestriction

from events.actions import apply_closures
from events.models import EventPage

pytestmark = pytest.mark.django_db

CALENDAR = "/feeds/events.ics"
LISTS = ("/feeds/events.atom", "/feeds/events.rss", "/feeds/events.json")
API = ("/api/v1/events/", "/api/v1/occurrences/")
SURFACES = (CALENDAR, *LISTS, *API, "/feeds/events/delta")


def etags(client: Client) -> dict[str, str]:
    """The tags of all surfaces, each asked for twice: the second answer comes from memory."""
    first = {address: client.get(address)["ETag"] for address in SURFACES}
    assert {address: client.get(address)["ETag"] for address in SURFACES} == first
    return first


def titles(client: Client) -> list[list[str]]:
    """The titles that each surface shows."""
    found = [entry_titles(client, address) for address in LISTS]
    events = client.get("/api/v1/events/").json()["items"]
    dates = client.get("/api/v1/occurrences/").json()["items"]
    calendar = Calendar.from_ical(client.get(CALENDAR).content.decode())
    found.append([event["title"] for event in events])
    found.append([row["event"]["title"] for row in dates])
    found.append([str(event["SUMMARY"]) for event in calendar.walk("VEVENT")])
    return [sorted(one) for one in found]


def edit(event: EventPage) -> None:
    republish(event, title="Друго заглавие")


def rename_category(event: EventPage) -> None:
    event.category.name = "Друга категория"
    event.category.save()


def rename_place(event: EventPage) -> None:
    event.municipality.name = "Друга община"
    event.municipality.save()


def hide(event: EventPage) -> None:
    PageViewRestriction.objects.create(page=event, restriction_type="login")


def close(event: EventPage) -> None:
    ClosureFactory(start_date=date(2026, 11, 25))
    apply_closures()


CHANGES: dict[str, Callable[[EventPage], object]] = {
    "an edit": edit,
    "unpublishing": EventPage.unpublish,
    "deletion": EventPage.delete,
    "privacy": hide,
    "a renamed category": rename_category,
    "a closure that cancels": close,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once_on_every_surface(client: Client, calendar: Any, change: str) -> None:
    category = EventCategoryFactory(name="Категория")
    event = published_event(calendar, title="Среща", category=category, closure_policy="cancel")
    published_event(calendar, title="Друго")
    before = etags(client)
    CHANGES[change](event)
    after = etags(client)
    assert [address for address in SURFACES if after[address] == before[address]] == []
    for address in SURFACES:
        again = client.get(address, headers={"If-None-Match": before[address]})
        assert again.status_code == 200, address


def test_a_renamed_place_and_a_new_picture_are_seen(client: Client, calendar: Any) -> None:
    picture = ImageFactory()
    place = MunicipalityFactory(name="Чирпан", code="SZR36")
    event = published_event(calendar, title="Среща", municipality=place, image=picture, image_alt="Зала")
    before = etags(client)
    rename_place(event)
    place_renamed = etags(client)
    assert all(place_renamed[address] != before[address] for address in (*LISTS, *API))
    picture.credit = "Иван Иванов"
    picture.save()
    assert all(etags(client)[address] != place_renamed[address] for address in API)
    assert client.get(API[0]).json()["items"][0]["image"]["credit"] == "Иван Иванов"


def test_a_new_day_takes_what_is_over_out_of_the_lists(client: Client, calendar: Any, monday: Any) -> None:
    published_event(calendar, title="Днес", start_date=date(2026, 11, 23))
    published_event(calendar, title="Утре", start_date=date(2026, 11, 24))
    before = etags(client)
    assert entry_titles(client, LISTS[0]) == ["Днес", "Утре"]
    monday.move_to("2026-11-23T21:59:59+00:00")
    assert entry_titles(client, LISTS[0]) == ["Днес", "Утре"]
    monday.move_to("2026-11-23T22:00:01+00:00")
    assert entry_titles(client, LISTS[0]) == ["Утре"]
    after = etags(client)
    assert all(after[address] != before[address] for address in (*LISTS, *API))
    assert after[CALENDAR] == before[CALENDAR]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text("абвгдежз", min_size=1, max_size=9), min_size=1, max_size=5))
def test_as_many_publishes_as_tags_and_every_surface_agrees(
    client: Client, calendar: Any, names: list[str]
) -> None:
    for event in EventPage.objects.all():
        event.delete()
    event = published_event(calendar, title="Първо")
    seen = [etags(client)]
    for name in names:
        event = republish(event, title=name)
        seen.append(etags(client))
        assert all(one == [name] for one in titles(client)), titles(client)
    for address in SURFACES:
        assert len({tags[address] for tags in seen}) == len(names) + 1
