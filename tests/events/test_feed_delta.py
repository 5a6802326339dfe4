"""All events in the order of their changes: partners who mirror them miss none and keep none that is gone."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from events_factories import EventCategoryFactory, EventIndexPageFactory, published_event, republish
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from javascript import node, package
from pages_factories import create_site, translate
from wagtail.models import PageViewRestriction

from events.models import EventChangeMark, EventPage
from events.views import delta

pytestmark = pytest.mark.django_db
ADDRESS = "/feeds/events/delta"
TESTS = Path(__file__).parents[1]


def page(client: Client, address: str = ADDRESS) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    assert response["Content-Type"].startswith("application/json")
    found: dict[str, Any] = response.json()
    assert set(found) == {"next", "license", "items"}
    return found


def walked(client: Client, address: str = ADDRESS) -> tuple[list[dict[str, Any]], str]:
    """All items from an address on, and the address of the last page."""
    items: list[dict[str, Any]] = []
    for _ in range(100):
        found = page(client, address)
        if not found["items"]:
            assert found["next"] == f"http://testserver{address}"
            return items, address
        items += found["items"]
        address = found["next"].removeprefix("http://testserver")
    pytest.fail("the feed does not end")


def states(items: list[dict[str, Any]]) -> dict[str, str]:
    """What a partner holds after reading: the last state of each id."""
    return {item["id"]: item["state"] for item in items}


def test_an_item_is_the_whole_event_with_its_dates(client: Client, calendar: Any) -> None:
    event = published_event(calendar, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    (item,), _ = walked(client)
    assert (item["kind"], item["state"], item["id"]) == ("Event", "updated", event.uid)
    assert item["data"]["title"] == "Клуб"
    assert len(item["data"]["occurrences"]) == 3
    assert set(item["data"]["body"]) == {"html", "text"}


def test_items_come_in_the_order_of_their_changes_and_each_once(
    client: Client, calendar: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delta, "MARKS_A_PAGE", 2)
    events = [published_event(calendar, title=f"Клуб {number}") for number in range(5)]
    republish(events[1], title="Клуб, променен")
    items, last = walked(client)
    order = [events[number].uid for number in (0, 2, 3, 4, 1)]
    assert [item["id"] for item in items] == order
    moments = [item["modified"] for item in items]
    assert moments == sorted(set(moments))
    assert page(client, last)["items"] == []


@pytest.mark.parametrize("gone", ["unpublish", "delete", "private", "private parent"])
def test_an_event_that_is_gone_leaves_a_tombstone(client: Client, calendar: Any, gone: str) -> None:
    event = published_event(calendar)
    before, last = walked(client)
    if gone == "unpublish":
        event.unpublish()
    elif gone == "delete":
        event.delete()
    else:
        hidden = event if gone == "private" else calendar
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    (item,), _ = walked(client, last)
    assert (item["id"], item["state"]) == (before[0]["id"], "deleted")
    assert "data" not in item
    assert item["modified"] > before[0]["modified"]


def test_an_event_comes_back(client: Client, calendar: Any) -> None:
    event = published_event(calendar)
    restriction = PageViewRestriction.objects.create(page=event, restriction_type="login")
    _, last = walked(client)
    restriction.delete()
    ((item,), last) = walked(client, last)
    assert item["state"] == "updated"
    event.unpublish()
    _, last = walked(client, last)
    republish(EventPage.objects.get(pk=event.pk))
    ((item,), _) = walked(client, last)
    assert item["state"] == "updated"


def test_a_renamed_word_and_a_new_address_reach_the_partner(
    client: Client, calendar: Any, django_capture_on_commit_callbacks: Any
) -> None:
    category = EventCategoryFactory(name="Клуб")
    event = published_event(calendar, category=category)
    _, last = walked(client)
    category.name = "Клубове"
    category.save()
    ((item,), last) = walked(client, last)
    assert item["data"]["category"]["name"] == "Клубове"
    with django_capture_on_commit_callbacks(execute=True):
        calendar.slug = "programa"
        calendar.save_revision().publish()
    ((item,), _) = walked(client, last)
    assert "/programa/" in item["data"]["url"]
    assert item["id"] == event.uid


def test_an_event_moved_under_a_private_page_is_gone(client: Client, calendar: Any) -> None:
    event = published_event(calendar)
    hidden = EventIndexPageFactory(parent=calendar.get_parent(), title="Служебна програма")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    _, last = walked(client)
    event.move(hidden, pos="last-child")
    items, _ = walked(client, last)
    assert states(items) == {event.uid: "deleted"}


def test_each_language_is_a_feed_of_its_own(client: Client, calendar: Any) -> None:
    event = published_event(calendar, title="Среща")
    translate(event, title="Meeting")
    (english,), last = walked(client, f"{ADDRESS}?lang=en")
    assert english["data"]["title"] == "Meeting"
    assert "lang=en" in last
    assert [item["data"]["title"] for item in walked(client)[0]] == ["Среща"]


@pytest.mark.parametrize(
    "query",
    [
        "afterTimestamp=x",
        "afterTimestamp=-1",
        f"afterTimestamp={'9' * 20}",
        "afterId=x",
        "after=1",
        "limit=5",
    ],
)
def test_a_wrong_point_is_refused(client: Client, calendar: Any, query: str) -> None:
    assert client.get(f"{ADDRESS}?{query}").status_code == 400


def test_a_page_costs_the_same_however_many_events_it_has(
    client: Client, calendar: Any, count_queries: Any
) -> None:
    for number in range(6):
        published_event(calendar, title=f"Клуб {number}")
    with count_queries("the version of events", "the changed events", "their public dates"):
        page(client)


def test_the_end_is_asked_for_often_and_the_rest_is_kept(client: Client, calendar: Any) -> None:
    published_event(calendar)
    assert client.get(ADDRESS)["Cache-Control"] == "public, max-age=3600"
    _, last = walked(client)
    assert client.get(last)["Cache-Control"] == "public, max-age=8"


ACTS = st.lists(
    st.sampled_from(["new", "edit", "unpublish", "publish", "hide", "show", "delete"]), max_size=12
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, stops=st.sets(st.integers(0, 11)), data=st.data())
def test_a_mirror_is_right_whenever_it_stops_and_goes_on(
    client: Client, calendar: Any, acts: list[str], stops: set[int], data: st.DataObject
) -> None:
    for event in EventPage.objects.all():
        event.delete()
    EventChangeMark.objects.all().delete()
    mirror: dict[str, str] = {}
    address = ADDRESS
    for number, act in enumerate(acts):
        _act(act, calendar, data)
        if number in stops:
            items, address = walked(client, address)
            mirror |= states(items)
    items, _ = walked(client, address)
    mirror |= states(items)
    public = EventPage.objects.live().public().exclude(publication=None)
    assert {uid for uid, state in mirror.items() if state == "updated"} == {event.uid for event in public}


def _act(act: str, calendar: Any, data: st.DataObject) -> None:
    events = list(EventPage.objects.order_by("pk"))
    if act == "new" or not events:
        published_event(calendar)
        return
    event = data.draw(st.sampled_from(events))
    restrictions = PageViewRestriction.objects.filter(page=event)
    if act in ("edit", "publish"):
        republish(event, title=f"{event.title}!")
    elif act == "unpublish":
        event.unpublish()
    elif act == "delete":
        event.delete()
    elif act == "hide" and not restrictions.exists():
        PageViewRestriction.objects.create(page=event, restriction_type="login")
    elif act == "show":
        for restriction in restrictions:
            restriction.delete()


@pytest.mark.django_db(transaction=True)
def test_the_validator_of_the_specification_finds_nothing_wrong(
    live_server: Any, locales: Any, root: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delta, "MARKS_A_PAGE", 3)
    calendar = EventIndexPageFactory(parent=create_site().home)
    events = [published_event(calendar, title=f"Клуб {number}") for number in range(7)]
    events[2].delete()
    events[4].unpublish()
    command = [node(), str(TESTS / "rpde.mjs"), package("@openactive/rpde-validator/src/index.js")]
    done = subprocess.run(
        [*command, f"{live_server.url}{ADDRESS}"], capture_output=True, text=True, check=True, timeout=120
    )
    found = json.loads(done.stdout)
    assert found["pages"] >= 4
    assert [error for error in found["errors"] if error["severity"] == "failure"] == []
    # Small pages are this test's, and the validator looks at the end for the first time as if it were none.
    warnings = {error["type"] for error in found["errors"] if error["severity"] == "warning"}
    assert warnings <= {"minimum_items_per_page", "missing_cache_control"}
