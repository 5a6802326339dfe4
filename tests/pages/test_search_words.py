"""Search finds a word in any of its forms, in Cyrillic and in Latin letters, and is never broken by signs."""

import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pages_factories import StandardPageFactory, create_site
from wagtail.models import Page

from pages.bulgarian.search_terms import alternatives, index_text, relative

pytestmark = pytest.mark.django_db

PAIRS = [
    ("Библиотеката на града", "библиотека"),
    ("Библиотека", "библиотеките"),
    ("Библиотека", "biblioteka"),
    ("Щъркелите", "щъркел"),
    ("Щъркел", "shtarkeli"),
    ("Търновската конституция", "tarnovska"),
    ("История на Стара Загора", "istoria"),
    ("Нови книги за деца", "книга дете"),
    ("Събития", "събитие"),
    ("Library card", "card"),
    ("Работно време", "РАБОТНО ВРЕМЕТО"),
    ("Четохме на глас", "четат"),
    ("Хората на града", "човек"),
    ("Бяхме на море", "съм"),
    ("Читалище „Родина“", "4itali6te"),
    ("България", "bulgaria"),
    ("Български език", "bylgarski"),
    ("Хижа „Морулей“", "hija"),
    ("Библиотека", "Библиoтeкa"),
    ("Би\u00adбли\u00adотека", "библиотека"),
    ("Библиотека", "библио\u200bтека"),
    ("Въ\u0301лна", "вълни"),
    ("Даде ѝ книга", "и"),
    ("Stara Zagora library", "Загора"),
    ("Libraries", "library"),
    ("Café", "cafe"),
]


def found(client: Client, query: str) -> list[str]:
    return [page.title for page in client.get("/search/", {"q": query}).context["results"]]


@pytest.mark.parametrize(("title", "query"), PAIRS)
def test_a_word_is_found_in_another_form(client: Client, title: str, query: str) -> None:
    StandardPageFactory(parent=create_site(intro="").home, title=title, slug="stranitsa")
    assert found(client, query) == [title]


@pytest.mark.parametrize(
    ("title", "query"),
    [("Роман", "романтика"), ("Градина", "град"), ("Час по четене", "част"), ("…", "град")],
)
def test_another_word_is_not_found(client: Client, title: str, query: str) -> None:
    StandardPageFactory(parent=create_site(intro="").home, title=title, slug="stranitsa")
    assert found(client, query) == []


@pytest.mark.parametrize("query", ['"', 'пример " и', "...", "NOT", "a:b", "(", "*"])
@pytest.mark.parametrize(
    "address", ["/admin/pages/", "/admin/images/", "/admin/documents/", "/admin/pages/search/"]
)
def test_no_sign_breaks_a_search_in_the_admin(client: Client, address: str, query: str) -> None:
    create_site()
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    assert client.get(address, {"q": query}).status_code in {200, 302}


def test_the_admin_finds_a_page_by_the_beginning_of_a_word(client: Client) -> None:
    home: Any = create_site().home
    StandardPageFactory(parent=home, title="Краезнание и памет")
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    for query in ("крае", "памет", "краезнанието пам"):
        assert "Краезнание" in client.get(f"/admin/pages/{home.pk}/", {"q": query}).content.decode()


def test_a_megabyte_of_one_letter_is_answered(client: Client) -> None:
    create_site()
    assert found(client, "а" * 1000) == []
    started = time.process_time()
    assert list(Page.objects.all().search("щ" * 1_000_000)) == []
    assert list(Page.objects.all().autocomplete("щ" * 1_000_000)) == []
    assert index_text("щ" * 1_000_000)
    assert time.process_time() - started < 2


ROOTS = [
    "библиотека библиотечен библиотекар библиотекарски",
    "читалище читалищен",
    "книга книжен книжарница",
    "театър театрален",
    "музика музикален музикант",
    "история исторически",
    "краезнание краеведски",
    "документ документален",
    "град градски",
]


@pytest.mark.parametrize("family", ROOTS)
def test_words_of_one_root_share_a_weaker_key(family: str) -> None:
    assert len({relative(word) for word in family.split()}) == 1
    assert relative("роман") != relative("романтика")
    assert relative("град") != relative("градина")


def test_the_index_keeps_stems_and_asks_for_them() -> None:
    assert index_text("„Книгите“ и library, 2026") == f"{index_text('книга')} {index_text('и')} library 2026"
    assert alternatives("книги") == [index_text("книга"), "knigi"]
    assert alternatives("knigi") == ["knigi", index_text("книга")]
