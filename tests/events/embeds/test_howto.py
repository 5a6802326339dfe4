"""The how-to for web masters says what the code does."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pages_factories import MunicipalityFactory

from events.embeds.kinds import EMBEDS
from events.embeds.scripts import STATIC
from pages.models import WebhookKind
from pages.partners.webhooks.delivering import BACKOFF, SECONDS
from pages.partners.webhooks.signing import HEADER, signature

HOWTO = (Path(__file__).parents[3] / "docs/how-to/embed.md").read_text(encoding="utf-8")
WHOSE = {"events": "събития", "hours": "работно време", "closed-days": "неработни дни"}


def test_the_attributes_are_those_of_the_elements() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", HOWTO, re.MULTILINE))
    assert set(rows) == {name for embed in EMBEDS.values() for name in embed.parameters}
    for name, whose in rows.items():
        kinds = {kind for kind, embed in EMBEDS.items() if name in embed.parameters}
        said = set(WHOSE) if whose == "всички" else {kind for kind, word in WHOSE.items() if word in whose}
        assert said == kinds, name


def test_the_elements_are_those_there_are() -> None:
    assert set(re.findall(r"`<(library-[a-z-]+)>`", HOWTO)) == {embed.element for embed in EMBEDS.values()}


def test_the_variables_are_those_of_the_style_sheet() -> None:
    known = set(re.findall(r"var\((--library-[a-z-]+)", (STATIC / "embed/common.js").read_text("utf-8")))
    assert set(re.findall(r"`(--library-[a-z-]+)`", HOWTO)) == known
    assert set(re.findall(r"--library-[a-z]+(?:-[a-z]+)*", HOWTO)) == known


@pytest.mark.django_db
def test_every_address_answers(client: Client, library: Any) -> None:
    MunicipalityFactory(name="Раднево", slug="radnevo")
    addresses = re.findall(r"`(/(?:embed|feeds|api|oembed)[^`… ]*)`", HOWTO)
    assert len(addresses) >= 9
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_the_python_of_the_how_to_accepts_our_signature_and_no_other() -> None:
    code = re.search(r"```python\n(.*?)```", HOWTO, re.DOTALL)
    assert code
    room: dict[str, Any] = {}
    exec(code[1], room)  # noqa: S102 - our own example
    accepts, now = room["is_from_the_library"], time.time()
    header = signature("тайна", b"{}", int(now))
    assert accepts("тайна", header, b"{}", now)
    assert not accepts("тайна", header, b"{} ", now)
    assert not accepts("друга", header, b"{}", now)
    assert not accepts("тайна", header, b"{}", now + 3600)


def test_the_rules_of_webhooks_are_those_of_the_code(settings: Any) -> None:
    assert HEADER in HOWTO
    assert all(f"`{kind}`" in HOWTO for kind in WebhookKind.values)
    waits = re.search(r"след ([\d, ]+) и (\d+) минути", HOWTO)
    assert waits
    assert tuple(int(number) for number in [*waits[1].split(", "), waits[2]]) == BACKOFF
    assert f"до {SECONDS:g} секунди" in HOWTO
    assert f"След {settings.LIBRARY_WEBHOOK_FAILING_DAYS} дни" in HOWTO
