"""What each public page of the department asks the database, and that it does not ask more when it grows."""

import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from methodology_factories import (
    AudienceFactory,
    CategoryFactory,
    LibraryFactory,
    MaterialFactory,
    MaterialFileFactory,
    MethodologyIndexFactory,
    TrainingFactory,
)
from pages_factories import MunicipalityFactory, SettlementFactory, create_site

from methodology.models import MaterialPage, MethodologyContact, MethodologyDeadline, MethodologyIndexPage
from methodology.slots import home_librarians

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> Any:
    page = MethodologyIndexFactory(parent=create_site(english=False).home)
    fill(page, 0)
    return page


def fill(index: Any, number: int) -> Any:
    """Add one of everything the pages show."""
    category = CategoryFactory(name=f"Категория {number}", slug=f"kategoria-{number}", sort_order=number)
    audience = AudienceFactory(name=f"Читатели {number}", slug=f"chitateli-{number}")
    material = MaterialFactory(parent=index, category=category, audiences=[audience])
    MaterialFileFactory(page=material)
    municipality = MunicipalityFactory(name=f"Община {number}", code=f"TST{number:02d}")
    settlement = SettlementFactory(name=f"Село {number}", ekatte=f"9990{number}", municipality=municipality)
    LibraryFactory(settlement=settlement)
    TrainingFactory(municipalities=[municipality], start_date="2099-01-01")
    index.contacts.add(MethodologyContact(role=f"Роля {number}", locale=index.locale))
    due = {"text": f"Справка {number}", "day": datetime.date(2099, 1, 31), "form": material.page_ptr}
    index.deadlines.add(MethodologyDeadline(locale=index.locale, **due))
    index.save()
    return material


def test_the_index_asks_one_question_for_each_of_its_parts(index: Any, count_queries: Any) -> None:
    request = RequestFactory().get("/")
    page = MethodologyIndexPage.objects.select_related("locale").get(pk=index.pk)
    with count_queries(
        "the names of the categories",
        "the names of the audiences",
        "pages behind a restriction",
        "the number of materials, for the pagination",
        "the materials with category and language",
        "their audiences",
        "their files",
        "the documents of the files",
        "the libraries counted by municipality",
        "the municipalities to choose from",
        "the deadlines",
        "the forms of the deadlines",
        "pages behind a restriction, for the forms",
        "the forms in the languages they have",
        "the sites' roots, for the addresses",
        "the home pages of the languages, for the addresses",
        "the trainings",
        "pages behind a restriction, for the newest materials",
        "the newest materials",
        "their audiences",
        "their files",
        "the documents of the files",
    ):
        page.get_context(request)


def test_a_material_asks_one_question_for_each_of_its_parts(index: Any, count_queries: Any) -> None:
    page = MaterialPage.objects.select_related("locale", "category").get()
    with count_queries(
        "the names of the audiences",
        "its audiences",
        "its files with their documents",
        "which materials replace which",
        "the names of the categories",
    ):
        context = page.get_context(RequestFactory().get("/"))
        assert (len(context["files"]), page.replacements, page.category_name) == (1, [], "Категория 0")


def test_the_place_on_the_home_page_asks_for_each_of_its_parts(index: Any, count_queries: Any) -> None:
    request = RequestFactory().get("/")
    request.META["HTTP_HOST"] = "localhost"
    with count_queries(
        "the site",
        "pages behind a restriction, for the index",
        "the index",
        "pages behind a restriction, for the materials",
        "the newest materials",
        "their audiences",
        "their files",
        "the documents of the files",
        "the trainings",
        "the sites' roots, for the addresses",
        "the home pages of the languages, for the addresses",
    ):
        assert home_librarians(request, index) is not None


@pytest.mark.parametrize("place", ["index", "material", "home"])
def test_the_pages_do_not_ask_more_when_there_is_more(client: Client, index: Any, place: str) -> None:
    material = MaterialPage.objects.get()
    url = {"index": index.url, "material": material.url, "home": "/"}[place]
    asked(client, url)  # the first visit of all makes the row of the contacts
    first = asked(client, url)
    for number in range(1, 6):
        fill(index, number)
        MaterialFileFactory(page=material)
    assert asked(client, url) == first


def asked(client: Client, url: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
