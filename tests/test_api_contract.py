"""The contract with partners: the description of the API, kept in the repository.

A change is made on purpose: look at the difference after
`WRITE_CONTRACT=1 .venv/bin/pytest tests/test_api_contract.py`.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from pages.api.application import api
from pages.early.middleware import memory

CONTRACT = Path(__file__).parent / "contract" / "openapi.json"
RESOURCES = (
    *("events", "occurrences", "hours", "closed-days"),
    *("news", "materials", "libraries", "municipalities", "trainings"),
)


def described() -> dict[str, Any]:
    description: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))
    return description


def test_the_contract_is_the_one_in_the_repository() -> None:
    text = json.dumps(described(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if os.environ.get("WRITE_CONTRACT"):
        CONTRACT.parent.mkdir(exist_ok=True)
        CONTRACT.write_text(text)
    assert text == CONTRACT.read_text(), "The API differs from its contract; see this module's first lines."


def test_the_description_speaks_english_too() -> None:
    with translation.override("en"):
        english = json.dumps(described(), ensure_ascii=False)
    assert "The dates of the period" in english
    assert set(re.findall("[А-Яа-я]+", english)) <= {"Чирпан"}


def test_every_promised_resource_exists() -> None:
    assert {f"/api/v1/{name}/" for name in RESOURCES} <= set(described()["paths"])


def operations() -> list[tuple[str, dict[str, Any]]]:
    return [(path, found["get"]) for path, found in described()["paths"].items()]


def test_the_api_is_read_only() -> None:
    assert all(set(found) == {"get"} for found in described()["paths"].values())


@pytest.mark.parametrize(("path", "operation"), operations())
def test_every_operation_speaks_bulgarian_and_names_its_errors(path: str, operation: dict[str, Any]) -> None:
    words = [operation["summary"], operation["description"]]
    words += [parameter["schema"].get("description", "") for parameter in operation["parameters"]]
    described_in_path = [one["name"] for one in operation["parameters"] if one["in"] == "path"]
    cyrillic = [word for word in words if any("а" <= letter.lower() <= "я" for letter in word)]
    assert len(cyrillic) == len(words) - len(described_in_path), (path, words)
    assert {"200", "304", "400"} <= set(operation["responses"])


def test_every_field_is_described() -> None:
    schemas = described()["components"]["schemas"]
    assert "ProblemDetails" in schemas
    bare = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, about in schema.get("properties", {}).items()
        if not about.get("description")
    ]
    assert bare == []


@pytest.mark.django_db
def test_the_description_is_served_to_any_origin(client: Client) -> None:
    response = client.get("/api/v1/openapi.json")
    assert response.json()["openapi"].startswith("3.1")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/openapi.json", headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.django_db
def test_the_description_refuses_what_it_does_not_know_and_is_written_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = client.get("/api/v1/openapi.json?nonsense=1")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "nonsense")
    bulgarian, english = (client.get(f"/api/v1/openapi.json?lang={code}").json() for code in ("bg", "en"))
    assert bulgarian["info"]["title"] != english["info"]["title"]
    monkeypatch.delattr(type(api), "get_openapi_schema")
    memory.clear()
    assert client.get("/api/v1/openapi.json?lang=en").json() == english
