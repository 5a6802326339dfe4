"""The lists of the admin find any form of a word, in either alphabet, and names as people write them."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pages_factories import MunicipalityFactory

from pages.admin.word_search import having_words
from pages.models import NewsTag

pytestmark = pytest.mark.django_db

NAMES = [
    ("Рада", "Иванова-Петрова", "петрова", True),
    ("Рада", "Иванова-Петрова", "иванова петрова", True),
    ("Рада", "Иванова-Петрова", "petrova", True),
    ("И. В.", "Стоянов", "стоянов и.", True),
    ("Захарий", "Княжески", "zahariy knyazheski", True),
    ("Zahariy", "Knyazheski", "захарий", True),
    ("Димитър", "Казанлъклиев", "dimitar", True),
    ("Жечка", "Цончева", "zhech", True),
    ("Георги", "Димитров", "георги иванов", False),
    ("Георги", "Димитров", "%", False),
    ("Георги", "Димитров", '"', False),
    ("Георги", "Димитров", "..", False),
    ("Георги", "Димитров", "Димитрoв", True),  # its „o“ is Latin
]


@pytest.mark.parametrize(("first", "last", "query", "found"), NAMES)
def test_a_person_is_found_by_a_name_as_people_write_it(
    first: str, last: str, query: str, found: bool
) -> None:
    User.objects.create(username="x", first_name=first, last_name=last)
    assert having_words(User.objects.all(), query, ("first_name", "last_name")).exists() is found


WORDS = [
    ("нови книги", "новата книга", True),
    ("нови книги", "novi", True),
    ("нови книги", "кни", True),
    ("нови книги", "ниг", True),
    ("нови книги", "НОВИ КНИГИ", True),
    ("„Под игото“", "под игото", True),
    ("„Под игото“", "„Под игото“", True),
    ("Стара\u00a0Загора", "стара загора", True),
    ("кни\u0301ги", "книга", True),
    ("биб\u00adлиотека", "библиотеката", True),
    ("Cофия, с латинско C", "софия", True),
    ("нови книги", "новини", False),
    ("детски събития", "събитието", True),
]


@pytest.mark.parametrize(("name", "query", "found"), WORDS)
def test_a_list_of_the_admin_knows_word_forms(client: Client, name: str, query: str, found: bool) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    NewsTag.objects.create(name=name)
    page = client.get(reverse("wagtailsnippets_pages_newstag:list"), {"q": query})
    assert (name in page.content.decode()) is found


@pytest.mark.parametrize("query", ['"', "'", "\\", "*", "(", "%", "„…“", "\x00", "ѝ", "а" * 100_000])
def test_no_query_breaks_a_list(client: Client, query: str) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    MunicipalityFactory()
    assert client.get(reverse("wagtailsnippets_pages_municipality:list"), {"q": query}).status_code == 200


def test_a_search_asks_once_for_the_rows_and_once_for_what_is_found(django_assert_num_queries: Any) -> None:
    for number in range(20):
        NewsTag.objects.create(name=f"книга {number}")
    with django_assert_num_queries(2):
        assert len(having_words(NewsTag.objects.all(), "книгите", ("name",))) == 20
