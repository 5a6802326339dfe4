"""Which changes partners are told of."""

import json
from datetime import date
from typing import Any

import pytest
from events_factories import ClosureFactory, published_event, republish
from wagtail.models import PageViewRestriction

from events.models import EventPage
from pages.models import Webhook, WebhookDelivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(programme: Any) -> Any:
    """The kinds of messages since the last call, oldest first."""
    Webhook.objects.create(name="Чирпан", url="https://partner.example/")

    def kinds() -> list[str]:
        rows = list(WebhookDelivery.objects.order_by("pk").values_list("kind", flat=True))
        WebhookDelivery.objects.all().delete()
        return rows

    return kinds


def test_an_event_is_published_changed_and_withdrawn(programme: Any, told: Any) -> None:
    event = published_event(programme)
    assert told() == ["event.published"]
    republish(event, title="Друго")
    assert told() == ["event.changed"]
    EventPage.objects.get(pk=event.pk).unpublish()
    assert told() == ["event.unpublished"]
    republish(EventPage.objects.get(pk=event.pk))
    assert told() == ["event.published"]
    EventPage.objects.get(pk=event.pk).delete()
    assert told() == ["event.unpublished"]


def test_a_draft_is_nobody_elses_business(programme: Any, told: Any) -> None:
    event = published_event(programme)
    told()
    event.title = "Чернова"
    event.save_revision()
    assert told() == []


def test_an_event_behind_a_restriction_is_not_told_of(programme: Any, told: Any) -> None:
    PageViewRestriction.objects.create(page=programme, restriction_type="login")
    published_event(programme, title="Само за служители")
    assert told() == []


def test_the_message_says_what_to_fetch(programme: Any, told: Any, client: Any) -> None:
    event = published_event(programme, title="Клуб")
    data = json.loads(WebhookDelivery.objects.get().body)["data"]["event"]
    assert (data["id"], data["lang"], data["title"]) == (str(event.translation_key), "bg", "Клуб")
    assert client.get(data["api"]).json()["title"] == "Клуб"
    assert client.get(data["url"]).status_code == 200


def test_a_closure_with_its_departments_is_one_message(programme: Any, told: Any) -> None:
    ClosureFactory(start_date=date(2026, 12, 1))
    assert told() == ["closures.changed"]
