"""News as Atom, RSS and JSON Feed, read by other programs."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from feeds import entry_titles, json_feed, parsed
from pages_factories import ImageFactory, NewsIndexPageFactory, NewsPageFactory, create_site, translate
from wagtail.models import PageViewRestriction

from pages.feeds import news as news_feed

pytestmark = pytest.mark.django_db
ADDRESSES = [f"/feeds/news.{ending}" for ending in ("atom", "rss", "json")]


@pytest.fixture
def index() -> Any:
    return NewsIndexPageFactory(parent=create_site().home)


@pytest.mark.parametrize("address", ADDRESSES)
def test_public_news_of_the_language_come_newest_first(client: Client, index: Any, address: str) -> None:
    first = NewsPageFactory(parent=index, title="Стара", date=date(2026, 1, 1))
    NewsPageFactory(parent=index, title="Нова & <по-нова>", date=date(2026, 5, 1))
    NewsPageFactory(parent=index, title="Чернова", live=False)
    hidden = NewsPageFactory(parent=index, title="Служебна")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    translate(first, title="Old")
    assert entry_titles(client, address) == ["Нова & <по-нова>", "Стара"]
    assert entry_titles(client, f"{address}?lang=en") == ["Old"]
    assert entry_titles(client, f"{address}?from=2026-02-01") == ["Нова & <по-нова>"]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("query", ["tag=no-such", "category=x", "from=2026-05-01&to=2026-01-01", "page=x"])
def test_a_wrong_filter_is_refused(client: Client, index: Any, address: str, query: str) -> None:
    assert client.get(f"{address}?{query}").status_code == 400


def test_an_entry_has_its_lead_picture_and_tags(client: Client, index: Any) -> None:
    page = NewsPageFactory(parent=index, lead="Какво ново.", image=ImageFactory(), image_alt="Зала")
    page.tags.add("изложби")
    page.save()
    (entry,) = parsed(client, "/feeds/news.atom").entries
    assert entry.id == f"urn:uuid:{page.translation_key}"
    assert entry.summary == "Какво ново."
    assert 'alt="Зала"' in entry.content[0].value
    assert [tag.term for tag in entry.tags] == ["изложби"]
    assert entry.link == page.full_url


def test_a_translation_is_an_entry_of_its_own(client: Client, index: Any) -> None:
    page = NewsPageFactory(parent=index, title="Нова")
    translate(page, title="New")
    ids = {json_feed(client, f"/feeds/news.json?lang={lang}")["items"][0]["id"] for lang in ("bg", "en")}
    assert len(ids) == 2


def test_many_news_cost_the_same_and_go_on_at_the_next_address(
    client: Client, index: Any, count_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_feed, "NEWS_A_PART", 3)
    for _ in range(4):
        NewsPageFactory(parent=index, image=ImageFactory(), image_alt="Зала")
    client.get("/feeds/news.json")
    with count_queries(
        *("the version of news", "what is private", "the news", "their tags", "the copies of their pictures"),
        *("what is private, for the list", "the list of news", "the name of the library"),
    ):
        client.get("/feeds/news.rss")
    first = json_feed(client, "/feeds/news.json")
    assert (len(first["items"]), first["next_url"].endswith("/feeds/news.json?page=2")) == (3, True)
    assert len(json_feed(client, "/feeds/news.json?page=2")["items"]) == 1


def test_pages_name_the_feed_of_news(client: Client, index: Any) -> None:
    assert 'href="/feeds/news.atom"' in client.get(index.url).content.decode()
