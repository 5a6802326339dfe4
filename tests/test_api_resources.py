"""What every resource of the API offers alike: chosen fields, links, changes since, order, examples."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from events_factories import DepartmentFactory, EventIndexPageFactory, published_event
from jsonschema import Draft202012Validator
from methodology_factories import LibraryFactory, MaterialFactory, MethodologyIndexFactory, TrainingFactory
from pages_factories import NewsIndexPageFactory, NewsPageFactory, create_site

from pages.api.application import api

pytestmark = pytest.mark.django_db

LISTS = {
    "events": "title",
    "occurrences": "when",
    "news": "title",
    "materials": "title",
    "libraries": "name",
    "municipalities": "name",
    "trainings": "title",
    "departments": "name",
}
WITH_TEXT = ("events", "occurrences", "news", "materials")
CHANGING = ("events", "occurrences", "news", "materials", "libraries", "trainings")


@pytest.fixture
def content(db: None) -> None:
    """One or two records of each kind."""
    home = create_site().home
    published_event(EventIndexPageFactory(parent=home))
    news, network = NewsIndexPageFactory(parent=home), MethodologyIndexFactory(parent=home)
    for slug, title in (("a", "Азбука"), ("b", "Буквар")):
        for page in (NewsPageFactory(parent=news, title=title), MaterialFactory(parent=network, title=title)):
            page.save_revision().publish()
        LibraryFactory(name=title)
        TrainingFactory(title=title, start_date=timezone.localdate() + timedelta(days=3))
        DepartmentFactory(name=title, slug=slug)


def got(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    return response.json()


@pytest.mark.parametrize("name", LISTS)
def test_a_record_leads_to_itself_and_back(client: Client, content: None, name: str) -> None:
    for record in got(client, f"/api/v1/{name}/")["items"]:
        path = f"/api/v1/{name}/{record['id']}/"
        assert record["self"] in (f"http://testserver{path}", f"http://localhost{path}")
        again = got(client, path)
        assert (again["id"], again["self"]) == (record["id"], record["self"])


@pytest.mark.parametrize(("name", "field"), LISTS.items())
def test_fields_choose_a_part_of_a_list_and_of_a_record(
    client: Client, content: None, name: str, field: str
) -> None:
    whole = got(client, f"/api/v1/{name}/")["items"]
    part = got(client, f"/api/v1/{name}/?fields=id,{field}")
    assert part["items"] == [{"id": one["id"], field: one[field]} for one in whole]
    assert part["total"] == len(whole)
    assert got(client, f"/api/v1/{name}/{whole[0]['id']}/?fields={field}") == {field: whole[0][field]}
    refused = client.get(f"/api/v1/{name}/?fields=id,secret")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "fields")


@pytest.mark.parametrize(
    ("address", "field"), [("/api/v1/hours/", "state"), ("/api/v1/closed-days/", "date")]
)
def test_hours_and_closed_days_are_cut_too(client: Client, content: None, address: str, field: str) -> None:
    found = got(client, f"{address}?fields={field}")
    assert all(set(one) == {field} for one in found.get("items", [found]))
    assert client.get(f"{address}?fields=secret").status_code == 400


@pytest.mark.parametrize("name", WITH_TEXT)
def test_the_text_comes_when_it_is_asked_for(client: Client, content: None, name: str) -> None:
    plain = got(client, f"/api/v1/{name}/")["items"][0]
    full = got(client, f"/api/v1/{name}/?include=body")["items"][0]
    assert "body" not in plain.get("event", plain)
    assert set(full.get("event", full)["body"]) == {"html", "text"}
    assert client.get(f"/api/v1/{name}/?include=drafts").status_code == 400


@pytest.mark.parametrize("name", CHANGING)
def test_only_what_changed_since_the_last_visit(client: Client, content: None, name: str) -> None:
    total = got(client, f"/api/v1/{name}/")["total"]
    before, after = (timezone.now() + timedelta(minutes=step) for step in (-5, 5))
    for moment, expected in ((before, total), (after, 0)):
        stamp = moment.isoformat(timespec="seconds").replace("+", "%2B")
        assert got(client, f"/api/v1/{name}/?updated_since={stamp}")["total"] == expected
    assert client.get(f"/api/v1/{name}/?updated_since=yesterday").status_code == 400


@pytest.mark.parametrize(
    ("name", "order", "field"),
    [("news", "title", "title"), ("materials", "title", "title"), ("libraries", "name", "name")],
)
def test_a_list_is_ordered_as_asked(client: Client, content: None, name: str, order: str, field: str) -> None:
    names = [one[field] for one in got(client, f"/api/v1/{name}/?order={order}")["items"]]
    assert names == ["Азбука", "Буквар"]
    assert client.get(f"/api/v1/{name}/?order=sideways").status_code == 400


def test_ids_stay_when_what_they_were_made_of_changes(client: Client, content: None) -> None:
    library = LibraryFactory(name="Ямбол", reg_no=None)
    library.reg_no = 4321
    library.save()
    assert got(client, f"/api/v1/libraries/{library.uid}/")["reg_no"] == 4321


@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_operation_has_an_example_that_its_schema_accepts(language: str) -> None:
    with translation.override(language):
        described = json.loads(json.dumps(api.get_openapi_schema()))
    for path, methods in described["paths"].items():
        if "preview" in path:
            continue
        media = methods["get"]["responses"]["200"]["content"]["application/json"]
        schema = {"components": described["components"]} | media["schema"]["anyOf"][0]
        errors = [error.message for error in Draft202012Validator(schema).iter_errors(media["example"])]
        assert errors == [], path
        assert ("а" in json.dumps(media["example"], ensure_ascii=False)) == (language == "bg"), path


def test_every_list_and_record_lets_its_fields_be_chosen() -> None:
    described = json.loads(json.dumps(api.get_openapi_schema()))
    for path, methods in described["paths"].items():
        chosen = [one for one in methods["get"]["parameters"] if one["name"] == "fields"]
        assert "preview" in path or chosen[0]["schema"]["pattern"].startswith("^(")
