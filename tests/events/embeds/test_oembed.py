"""oEmbed: an event's address becomes a frame on another site."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from events_factories import published_event
from wagtail.models import PageViewRestriction

pytestmark = pytest.mark.django_db


def ask(client: Client, url: str, **query: Any) -> Any:
    return client.get("/oembed", {"url": url, **query})


def test_an_event_is_a_frame_with_its_title(client: Client, library: Any) -> None:
    response = ask(client, library.club.full_url, maxwidth=400)
    found = response.json()
    assert response["Content-Type"] == "application/json"
    assert (found["version"], found["type"], found["title"]) == ("1.0", "rich", "Клуб по четене")
    assert (found["width"], found["height"]) == (400, 240)
    frame = f"http://testserver/embed/frame/event/{library.club.translation_key}/"
    assert f'<iframe src="{frame}" title="Клуб по четене" width="400"' in found["html"]
    assert client.get(frame).status_code == 200


def test_one_of_its_dates_stands_for_the_event(client: Client, library: Any) -> None:
    assert ask(client, f"{library.club.full_url}2026-12-02/").json()["title"] == "Клуб по четене"


def test_the_page_of_an_event_says_where_to_ask(client: Client, library: Any) -> None:
    page = client.get(library.club.url).content.decode()
    link = page.partition('type="application/json+oembed" href="')[2].partition('"')[0]
    assert parse_qs(urlsplit(link).query)["url"] == [library.club.full_url]
    assert client.get(link).json()["title"] == "Клуб по четене"
    assert "oembed" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/sabitia/klub-po-chetene/",
        "ftp://localhost/sabitia/",
        "/sabitia/klub-po-chetene/",
        "http://[broken",
        "http://localhost@elsewhere.example/sabitia/klub-po-chetene/",
        "javascript:alert(1)",
    ],
)
def test_the_address_of_another_site_is_refused(client: Client, library: Any, url: str) -> None:
    response = ask(client, url)
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "url"


def test_anything_that_is_not_a_live_public_event_is_not_found(client: Client, library: Any) -> None:
    hidden = published_event(library.programme, title="Скрито")
    draft = published_event(library.programme, title="Чернова")
    addresses = [hidden.full_url, draft.full_url]
    assert [ask(client, url).status_code for url in addresses] == [200, 200]
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    draft.unpublish()
    addresses += [library.programme.full_url, "http://localhost/", "http://localhost/нищо/"]
    assert [ask(client, url).status_code for url in addresses] == [404] * 5


def test_parameters_are_checked(client: Client, library: Any) -> None:
    assert client.get("/oembed").json()["errors"][0]["field"] == "url"
    assert ask(client, library.club.full_url, format="xml").status_code == 501
    assert ask(client, library.club.full_url, maxwidth="wide").status_code == 400
    assert ask(client, library.club.full_url, color="red").status_code == 400
