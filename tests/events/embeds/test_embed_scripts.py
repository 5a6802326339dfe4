"""The three scripts: small, harmless, and for ever at the address that names their bytes."""

import base64
import gzip
import hashlib
import re
from typing import Any

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate
from django.test import Client

from events.embeds.releases import released
from events.embeds.scripts import NAMES, Script, current
from events.models import EmbedRelease

MOST_BYTES = 6 * 1024
# No code from text, no inline style, no cookie, no mark-up from text, no other host.
FORBIDDEN = (
    "eval(",
    "Function(",
    "innerHTML",
    "insertAdjacentHTML",
    ".style",
    '"style"',
    "cookie",
    "http://",
    "https://",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_small_when_packed(name: str) -> None:
    assert len(gzip.compress(current(name).body.encode())) <= MOST_BYTES


@pytest.mark.parametrize("name", NAMES)
def test_a_script_holds_nothing_a_strict_policy_forbids(name: str) -> None:
    assert [text for text in FORBIDDEN if text in current(name).body] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_one_file_without_the_joints_of_its_parts(name: str) -> None:
    body = current(name).body
    assert not re.search(r"^(import|export)\b", body, re.MULTILINE)
    assert "customElements.define" in body
    assert not re.search(r"^//", body, re.MULTILINE)


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_the_pinned_address_keeps_its_bytes_for_ever(client: Client, name: str) -> None:
    script = current(name)
    response = client.get(f"/embed/v1/{script.path}")
    digest = base64.b64encode(hashlib.sha384(response.content).digest()).decode()
    assert script.integrity == f"sha384-{digest}"
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Access-Control-Allow-Origin"] == "*"
    packed = client.get(f"/embed/v1/{script.path}", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.content) == response.content
    assert packed["ETag"] != response["ETag"]
    again = client.get(f"/embed/v1/{script.path}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
def test_an_older_version_is_served_after_an_update(client: Client) -> None:
    old = Script("events", "// of last year")
    EmbedRelease.objects.create(name=old.name, digest=old.digest, body=old.body)
    assert client.get(f"/embed/v1/{old.path}").content == b"// of last year"
    assert released("hours", old.digest) is None


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["events.0123456789abcdef.js", "news.js", "events.JS", "events.zz.js", ""])
def test_a_version_that_never_was_is_not_found(client: Client, path: str) -> None:
    response = client.get(f"/embed/v1/{path}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.django_db
def test_every_migration_keeps_the_scripts_of_the_release_once() -> None:
    EmbedRelease.objects.all().delete()
    config: Any = apps.get_app_config("events")
    for _time in range(2):
        post_migrate.send(sender=config, app_config=config, using="default", verbosity=0, interactive=False)
    kept = EmbedRelease.objects.values_list("name", "digest")
    assert set(kept) == {(name, current(name).digest) for name in NAMES}
    assert len(kept) == len(NAMES)


@pytest.mark.django_db
def test_the_newest_version_has_an_address_without_a_digest(client: Client) -> None:
    response = client.get("/embed/v1/hours.js")
    assert response.content.decode() == current("hours").body
    assert response["Cache-Control"] == "public, max-age=3600"
