"""Lists of news and the search: narrow, bounded, quick."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pages_factories import (
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    create_site,
    translate,
)
from wagtail.models import PageViewRestriction

from pages.models import NewsIndexPage, NewsPage, NewsTag
from pages.searching import MAX_QUERY, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> NewsIndexPage:
    page: NewsIndexPage = NewsIndexPageFactory(parent=create_site().home)
    return page


def queries_of(client: Client, address: str, **query: str) -> int:
    """Return how many queries a warm answer takes."""
    client.get(address, query)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, query).status_code == 200
        return len(captured)


def titles(response: Any) -> list[str]:
    """Return the titles on a list's page."""
    return [news.title for news in response.context["page_obj"]]


def test_news_are_listed_newest_first_and_drafts_not_at_all(client: Client, index: NewsIndexPage) -> None:
    NewsPageFactory(parent=index, title="Стара", date=date(2026, 1, 5))
    NewsPageFactory(parent=index, title="Нова", date=date(2026, 11, 5))
    NewsPageFactory(parent=index, title="Чернова", live=False)
    assert titles(client.get(index.url)) == ["Нова", "Стара"]


def test_private_news_are_not_listed(client: Client, index: NewsIndexPage) -> None:
    news = NewsPageFactory(parent=index)
    PageViewRestriction.objects.create(page=news, restriction_type="login")
    assert titles(client.get(index.url)) == []


def test_news_are_narrowed_by_year_and_by_tag(client: Client, index: NewsIndexPage) -> None:
    NewsPageFactory(parent=index, title="Лани", date=date(2025, 12, 31))
    tagged = NewsPageFactory(parent=index, title="Тази година", date=date(2026, 1, 1))
    tagged.tags.add("Краезнание")
    tagged.save()
    assert titles(client.get(index.url, {"year": "2025"})) == ["Лани"]
    assert titles(client.get(index.url, {"tag": "kraeznanie"})) == ["Тази година"]
    assert titles(client.get(index.url, {"year": "2025", "tag": "kraeznanie"})) == []


@pytest.mark.parametrize(
    "query",
    [
        "year=0",
        "year=99999999999",
        "year=abc",
        "tag=nyama",
        "page=0",
        "page=2",
        "page=99999999",
        "page=x",
        "page=²",
    ],
)
def test_what_a_list_does_not_know_is_not_found(client: Client, index: NewsIndexPage, query: str) -> None:
    NewsPageFactory(parent=index)
    assert client.get(f"{index.url}?{query}").status_code == 404


def test_a_list_has_twelve_news_a_page(client: Client, index: NewsIndexPage) -> None:
    for number in range(13):
        NewsPageFactory(parent=index, date=date(2026, 1, 1) + timedelta(days=number))
    assert len(titles(client.get(index.url))) == 12
    assert len(titles(client.get(index.url, {"page": 2}))) == 1


def many_news(index: NewsIndexPage, count: int) -> None:
    """Publish news with pictures and tags."""
    for number in range(count):
        news = NewsPageFactory(parent=index, image=ImageFactory(), image_alt="Липи")
        news.tags.add("Изложби", f"Тема {number}")
        news.save()


# the site's roots; the page of the address, its type, its restrictions; menu; translations; contacts, phones,
# links; restrictions of news, years, tags, count, news, renditions: a row more does not ask more.
LIST_QUERIES = 26


def test_the_list_takes_the_same_queries_for_one_news_and_for_twelve(
    client: Client, index: NewsIndexPage
) -> None:
    many_news(index, 1)
    one = queries_of(client, index.url)
    many_news(index, 11)
    assert queries_of(client, index.url) <= one <= LIST_QUERIES


def test_the_home_page_takes_the_same_queries_for_one_news_and_for_six(
    client: Client, index: NewsIndexPage
) -> None:
    many_news(index, 1)
    one = queries_of(client, "/")
    many_news(index, 8)
    assert queries_of(client, "/") <= one


def test_the_related_event_is_shown_only_when_the_public_may_see_it(
    client: Client, index: NewsIndexPage
) -> None:
    event = StandardPageFactory(parent=index.get_parent(), title="Среща с писател")
    news = NewsPageFactory(parent=index, related_event=event.page_ptr)
    assert "Среща с писател" in client.get(news.url).content.decode()
    event.unpublish()
    assert "Среща с писател" not in client.get(news.url).content.decode()


def test_tags_of_two_scripts_get_slugs_of_their_own() -> None:
    names = ["Нощ", "Nosht", "„?“"]
    assert [NewsTag.objects.create(name=name).slug for name in names] == ["nosht", "nosht-2", "etiket"]


def found(client: Client, address: str, **query: str) -> list[str]:
    """Return the titles that a search finds."""
    return [page.title for page in client.get(address, query).context["results"]]


def test_search_finds_public_pages_of_the_readers_language_only(client: Client, index: NewsIndexPage) -> None:
    page = StandardPageFactory(parent=index.get_parent(), title="Краезнание", lead="Стара Загора")
    translate(page, title="Local studies of Zagora")
    StandardPageFactory(parent=index.get_parent(), title="Краезнание на чернова", live=False)
    assert found(client, "/search/", q="краезнание") == ["Краезнание"]
    assert found(client, "/en/search/", q="zagora") == ["Local studies of Zagora"]


def test_search_is_narrowed_to_a_kind(client: Client, index: NewsIndexPage) -> None:
    StandardPageFactory(parent=index.get_parent(), title="Изложба постоянна")
    NewsPageFactory(parent=index, title="Изложба открита")
    assert found(client, "/search/", q="изложба", kind="news") == ["Изложба открита"]
    assert client.get("/search/", {"q": "изложба", "kind": "x"}).status_code == 404


HOSTILE = [
    '"',
    '"неделя',
    "' OR 1=1",
    "***",
    "неделя*",
    "NOT",
    "NEAR(а б)",
    "%",
    "\\",
    "\x00",
    "а\x00б",
    "…",
    "-",
    "(",
    "а:б",
    "🙂",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_no_sign_breaks_the_search(client: Client, index: NewsIndexPage, query: str) -> None:
    assert client.get("/search/", {"q": query}).status_code == 200


def test_a_query_that_is_too_long_is_cut_and_the_reader_told(client: Client, index: NewsIndexPage) -> None:
    response = client.get("/search/", {"q": "а" * 5000})
    assert response.context["too_long"]
    assert len(response.context["query"]) == MAX_QUERY
    assert len(words_of("дума " * 5000)) <= 12


def test_results_come_ten_a_page_at_a_steady_number_of_queries(client: Client, index: NewsIndexPage) -> None:
    NewsPageFactory(parent=index, title="Изложба първа")
    one = queries_of(client, "/search/", q="изложба")
    for number in range(12):
        NewsPageFactory(parent=index, title=f"Изложба {number}")
    assert queries_of(client, "/search/", q="изложба") <= one
    assert len(found(client, "/search/", q="изложба")) == 10


def test_news_verbs_chain(index: NewsIndexPage) -> None:
    NewsPageFactory(parent=index, date=date(2026, 3, 1))
    assert NewsPage.objects.live().in_language("bg").of_year(2026).newest_first().count() == 1
    assert NewsPage.objects.in_language("en").count() == 0
