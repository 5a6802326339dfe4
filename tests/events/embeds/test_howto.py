"""The how-to for web masters says what the code does, and stands on the site as it does in the documentation.

After a change of the text: `WRITE_HOWTO=1 .venv/bin/pytest tests/events/embeds/test_howto.py`.
"""

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from markdown_it import MarkdownIt
from pages_factories import MunicipalityFactory

from events.embeds.kinds import EMBEDS
from events.embeds.scripts import STATIC
from pages.models import WebhookKind
from pages.partners.webhooks.delivering import BACKOFF, SECONDS
from pages.partners.webhooks.signing import HEADER, signature

HOWTO = (Path(__file__).parents[3] / "docs/how-to/embed.md").read_text(encoding="utf-8")
ON_THE_SITE = STATIC.parents[1] / "templates/events/embed/howto_text.inc"
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


def on_the_site() -> str:
    """The text as the page shows it: without its title and lead, with the site's own address."""
    text = HOWTO.partition("\n## ")
    html = MarkdownIt("commonmark").enable("table").render("## " + text[2])
    html = re.sub(r'<a href="\.\./[^"]*">(.*?)</a>', r"\1", html)
    html = html.replace("<table>", '<div class="table-frame" tabindex="0"><table>')
    html = html.replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')
    assert "{{" not in html
    assert "{%" not in html
    return html.replace("https://library.example", "{{ origin }}")


def test_the_page_on_the_site_has_the_text_of_the_documentation() -> None:
    if os.environ.get("WRITE_HOWTO"):
        ON_THE_SITE.write_text(on_the_site(), encoding="utf-8")
    assert ON_THE_SITE.read_text(encoding="utf-8") == on_the_site(), "See this module's first lines."


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/embed/how-to/", "/en/embed/how-to/"])
def test_the_page_says_it_with_the_address_of_this_site(client: Client, library: Any, address: str) -> None:
    page = client.get(address).content.decode()
    assert "wp_oembed_add_provider( 'http://testserver/*'" in page.replace("&#x27;", "'")
    assert "library.example" not in page
    assert "<h2>WordPress</h2>" in page
    assert f'href="{address}"' in client.get(address.replace("how-to/", "")).content.decode()
