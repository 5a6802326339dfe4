"""Readers of feeds that are not ours: feedparser for Atom and RSS, a schema for JSON Feed."""

import json
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
from django.test import Client

SCHEMA = json.loads((Path(__file__).parent / "contract" / "json_feed.schema.json").read_text())


def parsed(client: Client, address: str) -> Any:
    """Return what feedparser makes of an Atom or RSS feed that it finds nothing wrong with."""
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    found = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert not found.bozo, found.get("bozo_exception")
    return found


def json_feed(client: Client, address: str) -> dict[str, Any]:
    """Return a JSON Feed that fits the schema of its specification."""
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    found: dict[str, Any] = response.json()
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(found)
    return found


def entry_titles(client: Client, address: str) -> list[str]:
    """Return the titles of a feed of any format, in its order."""
    if address.partition("?")[0].endswith(".json"):
        return [item["title"] for item in json_feed(client, address)["items"]]
    return [entry.title for entry in parsed(client, address).entries]
