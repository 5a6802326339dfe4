"""„Може би търсите“: one mistake in a word of the public pages, never a word of others."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pages_factories import StandardPageFactory, create_site
from wagtail.models import PageViewRestriction

from pages.actions.collect_words import CollectWords
from pages.bulgarian.typos import MAX_CANDIDATES, candidates
from pages.models import PublicWord

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    return create_site(intro="").home


def suggested(client: Client, query: str) -> str:
    suggestion: str = client.get("/search/", {"q": query}).context["suggestion"]
    return suggestion


TYPOS = [
    ("библотека", "библиотека"),
    ("бибилотека", "библиотека"),
    ("библиотекка", "библиотека"),
    ("библиотена", "библиотека"),
    ("biblotekata", "библиотеката"),
    ("изложпа", "изложба"),
    ("изложба библиотрка", "изложба библиотека"),
    ("библиотека", ""),
    ("щрбквт", ""),
]


@pytest.mark.parametrize(("typed", "meant"), TYPOS)
def test_a_mistyped_word_is_put_right(client: Client, home: Any, typed: str, meant: str) -> None:
    StandardPageFactory(parent=home, title="Изложба в библиотеката", lead="Библиотека за всички.")
    CollectWords().execute()
    assert suggested(client, typed) == meant


def test_the_suggestion_is_a_link_that_finds_something(client: Client, home: Any) -> None:
    StandardPageFactory(parent=home, title="Краезнание")
    CollectWords().execute()
    page = client.get("/search/", {"q": "краезннание"})
    assert "Може би търсите" in page.content.decode()
    assert [one.title for one in client.get("/search/", {"q": page.context["suggestion"]}).context["results"]]


def test_words_of_drafts_and_private_pages_are_never_suggested(client: Client, home: Any) -> None:
    StandardPageFactory(parent=home, title="Съкращения", live=False)
    private = StandardPageFactory(parent=home, title="Уволнения")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    CollectWords().execute()
    assert not PublicWord.objects.filter(word__in=["съкращения", "уволнения"]).exists()
    assert suggested(client, "съкращенмя") == ""


def test_publishing_adds_words_and_withdrawing_takes_them_away(client: Client, home: Any) -> None:
    page = StandardPageFactory(parent=home, title="Ръкописи", live=False)
    page.save_revision().publish()
    assert suggested(client, "рькописи") == "ръкописи"
    page.refresh_from_db()
    page.unpublish()
    assert not PublicWord.objects.filter(word="ръкописи").exists()


def test_words_of_a_branch_made_private_go(client: Client, home: Any) -> None:
    parent = StandardPageFactory(parent=home, title="Раздел")
    StandardPageFactory(parent=parent, title="Поверително")
    CollectWords().execute()
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    assert not PublicWord.objects.filter(word="поверително").exists()


def test_a_word_that_went_from_the_pages_is_not_offered(client: Client, home: Any) -> None:
    PublicWord.objects.create(word="изчезнало", language="bg")
    assert suggested(client, "изчезналло") == ""


@pytest.mark.parametrize("word", ["дума", "непротивоконституционствувателствувайте", "щ" * 64])
def test_the_guesses_are_bounded(word: str) -> None:
    assert 0 < len(candidates(word, "bg")) <= MAX_CANDIDATES


def test_the_nightly_command_collects_the_words(home: Any) -> None:
    StandardPageFactory(parent=home, title="Инкунабули")
    PublicWord.objects.all().delete()
    call_command("search_upkeep", verbosity=0)
    assert PublicWord.objects.get(word="инкунабули").uses == 1
