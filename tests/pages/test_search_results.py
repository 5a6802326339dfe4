"""Results by kind, the words found marked in them, words of one root after the words themselves."""

from typing import Any

import pytest
from django.test import Client
from pages_factories import NewsIndexPageFactory, NewsPageFactory, StandardPageFactory, create_site
from wagtail.models import PageViewRestriction

from pages.search import on_postgresql, on_sqlite
from pages.search.highlight import marked, wanted
from pages.search.lexicon import Lexicon
from pages.search.terms import slots_of, words_of

pytestmark = pytest.mark.django_db

Pair = tuple[tuple[str, ...], list[tuple[str, ...]]]


@pytest.fixture
def home() -> Any:
    return create_site(intro="").home


def titles(client: Client, query: str, **more: str) -> list[str]:
    return [page.title for page in client.get("/search/", {"q": query, **more}).context["results"]]


def marks(text: str, query: str) -> str:
    return str(marked(text, wanted(slots_of(words_of(query), Lexicon()))))


def test_results_are_counted_by_kind_whatever_kind_is_chosen(client: Client, home: Any) -> None:
    news = NewsIndexPageFactory(parent=home)
    for number in range(3):
        NewsPageFactory(parent=news, title=f"Изложба {number}")
    StandardPageFactory(parent=home, title="За изложбите")
    everything = client.get("/search/", {"q": "изложба"}).context
    assert {facet.key: facet.number for facet in everything["facets"] if facet.number} == {
        "news": 3,
        "pages": 1,
    }
    assert everything["total"] == 4
    narrowed = client.get("/search/", {"q": "изложба", "kind": "pages"}).context
    assert [page.title for page in narrowed["results"]] == ["За изложбите"]
    assert narrowed["facets"] == everything["facets"]


def test_a_kind_without_results_leads_back_to_all(client: Client, home: Any) -> None:
    StandardPageFactory(parent=home, title="За изложбите")
    text = client.get("/search/", {"q": "изложба", "kind": "news"}).content.decode()
    assert "Няма резултати от този вид" in text
    assert 'href="?q=' in text


def test_titles_come_before_texts_and_words_before_words_of_their_root(client: Client, home: Any) -> None:
    StandardPageFactory(parent=home, title="Библиотечен фонд")
    StandardPageFactory(parent=home, title="Отдели", lead="Отделите на библиотеката.")
    StandardPageFactory(parent=home, title="Библиотеката")
    assert titles(client, "библиотека") == ["Библиотеката", "Отдели", "Библиотечен фонд"]


@pytest.mark.parametrize("title", ["Библиотечен фонд", "Ден на библиотекаря", "Библиотекарски чай"])
def test_a_word_of_the_same_root_is_found(client: Client, home: Any, title: str) -> None:
    StandardPageFactory(parent=home, title=title)
    assert titles(client, "библиотека") == [title]
    assert titles(client, "biblioteka") == [title]


MARKED = [
    ("Нови книги за деца", "книга", "Нови <mark>книги</mark> за деца"),
    ("Нови книги за деца", "knigi dete", "Нови <mark>книги</mark> за <mark>деца</mark>"),
    ("Бяхме в Бургас", "burgas", "Бяхме в <mark>Бургас</mark>"),
    ("Библиотечен фонд", "библиотека", "<mark>Библиотечен</mark> фонд"),
    ("Въ\u0301лна и кни\u00adги", "вълни книга", "<mark>Въ\u0301лна</mark> и <mark>кни\u00adги</mark>"),
    ("Библиoтекa", "библиотеки", "<mark>Библиoтекa</mark>"),
    ('<b>книга</b> & "дете"', "книги", "&lt;b&gt;<mark>книга</mark>&lt;/b&gt; &amp; &quot;дете&quot;"),
    ("Роман", "книга", "Роман"),
    ("бизнес-книга", "книга", "бизнес-<mark>книга</mark>"),
]


@pytest.mark.parametrize(("text", "query", "html"), MARKED)
def test_what_was_found_is_marked_as_it_stands_in_the_text(text: str, query: str, html: str) -> None:
    assert marks(text, query) == html


def test_a_result_shows_the_place_where_the_word_stands(client: Client, home: Any) -> None:
    lead = "Начало. " + "Друго изречение без нищо. " * 10 + "Тук има <щъркел> на комина. " + "Край. " * 5
    StandardPageFactory(parent=home, title="Птици", lead=lead[:400])
    page = client.get("/search/", {"q": "щъркели"})
    excerpt = page.context["results"][0].found_excerpt
    assert "&lt;<mark>щъркел</mark>&gt; на комина" in excerpt
    assert excerpt.startswith("… ")
    assert len(excerpt) < 350
    assert "<щъркел>" not in page.content.decode()


def test_a_search_stays_out_of_shared_caches_and_of_search_engines(client: Client, home: Any) -> None:
    response = client.get("/search/", {"q": "изложба"})
    assert response["Cache-Control"] == "private, no-cache"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_private_pages_drafts_and_other_languages_are_neither_found_nor_counted(
    client: Client, home: Any
) -> None:
    private = StandardPageFactory(parent=home, title="Тайна изложба")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    StandardPageFactory(parent=home, title="Бъдеща изложба", live=False)
    context = client.get("/search/", {"q": "изложба"}).context
    assert (list(context["results"]), context["total"]) == ([], 0)


def test_the_database_query_holds_nothing_of_what_was_typed_but_letters_and_digits() -> None:
    typed = words_of("'\";) OR title:* -- \\ %s & | ! <-> книга a'b")
    slots = slots_of(typed, Lexicon())
    words = {"or", "title", "s", "книг", "a", "b"}
    for text in (on_sqlite.match(slots, roots=True), on_postgresql.all_words(slots, roots=True)):
        assert words <= {word.strip("\"'()") for word in text.split()}
        assert not set("\\%*!<>-;") & set(text)


def test_beyond_those_that_are_weighed_titles_still_come_first_and_the_newest_of_them(
    client: Client, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for database in (on_postgresql, on_sqlite):
        monkeypatch.setattr(database, "MAX_WEIGHED", 2)
    for number in range(4):
        StandardPageFactory(parent=home, title=f"Изложба {number}")
    for number in range(3):
        StandardPageFactory(parent=home, title=f"Зала {number}", lead="Изложба")
    found = titles(client, "изложба")
    assert sorted(found[:2]) == ["Изложба 2", "Изложба 3"]
    assert found[2:4] == ["Изложба 1", "Изложба 0"]
    assert found[4:] == ["Зала 2", "Зала 1", "Зала 0"]


def test_a_few_titles_are_weighed_however_old_they_are(
    client: Client, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for database in (on_postgresql, on_sqlite):
        monkeypatch.setattr(database, "MAX_WEIGHED", 3)
    StandardPageFactory(parent=home, title="Изложба след изложба")
    StandardPageFactory(parent=home, title="Изложба сред полето")
    for number in range(4):
        StandardPageFactory(parent=home, title=f"Зала {number}", lead="Изложба")
    assert titles(client, "изложба")[:2] == ["Изложба след изложба", "Изложба сред полето"]


def test_the_last_page_of_many_results_has_them(client: Client, home: Any) -> None:
    for number in range(12):
        StandardPageFactory(parent=home, title=f"Изложба {number}")
    found = titles(client, "изложба") + titles(client, "изложба", page="2")
    assert sorted(found) == sorted(f"Изложба {number}" for number in range(12))


def test_a_search_takes_the_same_queries_for_few_and_for_many_results(
    client: Client, home: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(25):
        StandardPageFactory(parent=home, title=f"Изложба {number}")
    client.get("/search/", {"q": "изложба"})
    # roots, page types; versions; home, restrictions; all that match, ten pages and their types; the
    # count of the query; menu, contacts, phones, links, slots of the frame.
    with django_assert_max_num_queries(25):
        client.get("/search/", {"q": "изложба"})
