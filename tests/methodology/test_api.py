"""Materials, libraries and trainings in the API."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
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
from wagtail.models import Locale, PageViewRestriction

pytestmark = pytest.mark.django_db
MATERIALS, LIBRARIES, TRAININGS = (f"/api/v1/{name}/" for name in ("materials", "libraries", "trainings"))


@pytest.fixture
def index() -> Any:
    return MethodologyIndexFactory(parent=create_site().home)


def items(client: Client, address: str, query: str = "") -> list[dict[str, Any]]:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200, response.content.decode()
    found: list[dict[str, Any]] = response.json()["items"]
    return found


def test_materials_come_with_their_files_and_editions(client: Client, index: Any) -> None:
    old = MaterialFactory(parent=index, title="Стара наредба", edition_date=date(2014, 11, 18))
    new = MaterialFactory(parent=index, title="Наредба", replaces=old, audiences=[AudienceFactory()])
    MaterialFileFactory(page=new, title="Пълен текст")
    MaterialFactory(parent=index, live=False)
    hidden = MaterialFactory(parent=index)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    first, second = items(client, MATERIALS)
    assert (first["title"], first["replaces"]) == ("Наредба", str(old.translation_key))
    assert (first["files"][0]["title"], first["category"]["slug"]) == ("Пълен текст", "ukazania")
    assert first["files"][0]["url"].startswith("http://testserver/documents/")
    assert (second["title"], second["edition_date"]) == ("Стара наредба", "2014-11-18")
    assert [one["title"] for one in items(client, MATERIALS, "current=true")] == ["Наредба"]


def test_materials_in_english_have_english_categories(client: Client, index: Any) -> None:
    english = index.copy_for_translation(Locale.objects.get(language_code="en"))
    english.save_revision().publish()
    CategoryFactory(name="Guidelines", locale=english.locale)
    MaterialFactory(parent=english, locale=english.locale, title="First days", category=CategoryFactory())
    (material,) = items(client, MATERIALS, "lang=en")
    assert (material["title"], material["category"]["name"]) == ("First days", "Guidelines")


def test_materials_are_filtered_and_unknown_values_refused(client: Client, index: Any) -> None:
    samples = CategoryFactory(slug="obrazci", name="Образци")
    MaterialFactory(parent=index, title="Образец", category=samples)
    MaterialFactory(parent=index, title="Указание")
    assert [one["title"] for one in items(client, MATERIALS, "category=obrazci")] == ["Образец"]
    response = client.get(f"{MATERIALS}?category=no-such")
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "category")


def test_one_material_comes_with_its_text(client: Client, index: Any) -> None:
    page = MaterialFactory(parent=index, body=[("text", "<p>Член 1.</p>")])
    assert client.get(f"{MATERIALS}{page.translation_key}/").json()["body"]["text"] == "Член 1."
    page.unpublish()
    assert client.get(f"{MATERIALS}{page.translation_key}/").status_code == 404


def test_libraries_keep_their_leading_zeros_and_official_codes(client: Client) -> None:
    LibraryFactory(name="Пробуда – 1861", eik="000817735", reg_no=1)
    (library,) = items(client, LIBRARIES)
    assert (library["eik"], library["settlement"]["code"]) == ("000817735", "63570")
    assert library["municipality"] == {"name": "Стара Загора", "slug": "stara-zagora", "code": "SZR31"}
    assert library["id"] == items(client, LIBRARIES)[0]["id"]


def test_libraries_are_filtered_by_municipality_kind_and_state(client: Client) -> None:
    chirpan = SettlementFactory(
        name="Чирпан", ekatte="81414", municipality=MunicipalityFactory(name="Чирпан", code="SZR36")
    )
    LibraryFactory(name="В Чирпан", settlement=chirpan)
    LibraryFactory(name="Градска", kind="town")
    LibraryFactory(name="Закрита", status="closed")
    assert [one["name"] for one in items(client, LIBRARIES, "municipality=chirpan")] == ["В Чирпан"]
    assert [one["name"] for one in items(client, LIBRARIES, "kind=town")] == ["Градска"]
    assert [one["name"] for one in items(client, LIBRARIES, "status=closed")] == ["Закрита"]
    assert len(items(client, LIBRARIES)) == 2
    for query in ("kind=castle", "municipality=atlantis", "town=x"):
        assert client.get(f"{LIBRARIES}?{query}").status_code == 400


def test_coming_public_trainings_are_listed(client: Client) -> None:
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=True):
        TrainingFactory(title="Минало", start_date=date(2026, 10, 1))
        TrainingFactory(title="Служебно", is_public=False)
        TrainingFactory(title="За всички")
        TrainingFactory(
            title="За Чирпан",
            start_date=date(2026, 12, 9),
            municipalities=[MunicipalityFactory(name="Чирпан", code="SZR36")],
        )
        MunicipalityFactory()
        assert [one["title"] for one in items(client, TRAININGS)] == ["За всички", "За Чирпан"]
        assert [one["title"] for one in items(client, TRAININGS, "municipality=stara-zagora")] == [
            "За всички"
        ]
        assert len(items(client, TRAININGS, "from=2026-01-01")) == 3
        assert items(client, TRAININGS, "kind=practicum") == []


def test_the_number_of_queries_does_not_grow(client: Client, index: Any, count_queries: Any) -> None:
    for number in range(6):
        MaterialFileFactory(page=MaterialFactory(parent=index, audiences=[AudienceFactory()]))
        LibraryFactory()
        TrainingFactory(start_date=date(2090, 1, 1 + number), municipalities=[MunicipalityFactory()])
    client.get(MATERIALS)
    for limit in (2, 6):
        with count_queries(
            "the version",
            "the private pages",
            "the total",
            "the materials",
            "their audiences",
            "their files",
            "the files' documents",
        ):
            client.get(f"{MATERIALS}?limit={limit}")
        with count_queries("the version", "the total", "the libraries with their places"):
            client.get(f"{LIBRARIES}?limit={limit}")
        with count_queries("the version", "the total", "the trainings", "their municipalities", "their days"):
            client.get(f"{TRAININGS}?limit={limit}")


def test_a_change_of_a_record_changes_the_etag(client: Client) -> None:
    library = LibraryFactory()
    before = client.get(LIBRARIES)["ETag"]
    library.phone = "042 648 131"
    library.save()
    assert client.get(LIBRARIES, headers={"If-None-Match": before}).status_code == 200
