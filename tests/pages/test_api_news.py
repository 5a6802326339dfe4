"""News in the API."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from pages_factories import ImageFactory, NewsIndexPageFactory, NewsPageFactory, create_site, translate
from wagtail.models import PageViewRestriction

from pages.early.middleware import memory

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/news/"


@pytest.fixture
def index() -> Any:
    return NewsIndexPageFactory(parent=create_site().home)


def titles(client: Client, query: str = "") -> list[str]:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200, response.content.decode()
    return [item["title"] for item in response.json()["items"]]


def test_only_public_news_of_the_language_is_listed_newest_first(client: Client, index: Any) -> None:
    first = NewsPageFactory(parent=index, title="Стара", date=date(2026, 1, 1))
    NewsPageFactory(parent=index, title="Нова", date=date(2026, 5, 1))
    NewsPageFactory(parent=index, title="Чернова", live=False)
    hidden = NewsPageFactory(parent=index, title="Служебна")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    translate(first, title="Old")
    assert titles(client) == ["Нова", "Стара"]
    assert titles(client, "lang=en") == ["Old"]


def test_news_is_filtered_by_days_and_tags(client: Client, index: Any) -> None:
    for month, title in enumerate(("Януари", "Февруари", "Март"), 1):
        page = NewsPageFactory(parent=index, title=title, date=date(2026, month, 10))
        page.tags.add(f"tag-{month % 2}")
        page.save()
    assert titles(client, "from=2026-02-10&to=2026-03-09") == ["Февруари"]
    assert titles(client, "tag=tag-1") == ["Март", "Януари"]
    assert titles(client, "tag=tag-1&tag=tag-0") == ["Март", "Февруари", "Януари"]


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("tag=no-such", "tag", "unknown-value"),
        ("tag=%D0%B0", "tag", "string-pattern-mismatch"),
        ("tag=", "tag", "string-too-short"),
        ("from=2026-02-30", "from", "date"),
        ("from=1700000000", "from", "date"),
        ("to=2026-01-01T00:00:00", "to", "date"),
        ("from=9999-01-01", "from", "date"),
        ("&".join(f"tag=a{n}" for n in range(30)), "tag", "too-long"),
    ],
)
def test_a_wrong_value_is_named(client: Client, query: str, field: str, code: str) -> None:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 400
    assert {(error["field"], error["code"]) for error in response.json()["errors"]} == {(field, code)}


def test_one_piece_of_news_comes_with_its_text_in_two_forms(client: Client, index: Any) -> None:
    html = '<p>Елате в <a href="/za-nas/">библиотеката</a>.</p><ul><li>четене</li></ul>'
    page = NewsPageFactory(parent=index, body=[("text", html)], image=ImageFactory(), image_alt="Зала")
    body = client.get(f"{ADDRESS}{page.translation_key}/").json()
    assert body["id"] == str(page.translation_key)
    assert body["body"]["html"].startswith(
        '<p>Елате в <a href="http://localhost/za-nas/">библиотеката</a>.</p>'
    )
    assert body["body"]["text"] == "Елате в библиотеката.\n– четене"
    assert (body["image"]["width"], body["image"]["alt"]) == (body["image"]["width"], "Зала")
    assert body["image"]["url"].startswith("http://testserver/")


def test_a_draft_or_private_piece_of_news_is_not_found(client: Client, index: Any) -> None:
    draft = NewsPageFactory(parent=index, live=False)
    hidden = NewsPageFactory(parent=index)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    for page in (draft, hidden):
        response = client.get(f"{ADDRESS}{page.translation_key}/")
        assert (response.status_code, response.json()["code"]) == (404, "not-found")


def test_the_number_of_queries_does_not_grow_with_the_list(
    client: Client, index: Any, count_queries: Any
) -> None:
    for number in range(30):
        image = ImageFactory()
        NewsPageFactory(
            parent=index, date=date(2026, 1, 1) + timedelta(days=number), image=image, image_alt="Зала"
        )
    # Makes the copies of the pictures and warms Wagtail's cache of site addresses.
    client.get(f"{ADDRESS}?limit=30")
    for limit in (3, 30):
        memory.clear()
        with count_queries(
            "the version of news",
            "the private pages",
            "the total",
            "the page of news with pictures",
            "the copies of the pictures",
            "the tags",
        ):
            assert client.get(f"{ADDRESS}?limit={limit}").status_code == 200


def test_publishing_editing_and_deleting_change_the_etag(client: Client, index: Any) -> None:
    seen = [client.get(ADDRESS)["ETag"]]
    page = NewsPageFactory(parent=index)
    seen.append(client.get(ADDRESS)["ETag"])
    page.title = "Друго заглавие"
    page.save_revision().publish()
    seen.append(client.get(ADDRESS)["ETag"])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    seen.append(client.get(ADDRESS, headers={"If-None-Match": seen[-1]})["ETag"])
    assert len(set(seen)) == 3
    assert seen[-1] == seen[0]
