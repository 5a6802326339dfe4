"""What the pages of the foundation ask the database for on the whole site, each query with its reason."""

from typing import Any

import pytest
from django.test import Client
from pages_factories import NewsIndexPageFactory, NewsPageFactory, StandardPageFactory, fill_contacts

pytestmark = pytest.mark.django_db

ROUTE = ("the site", "the language of the path", "the home page, where routing begins")
MAY_SEE = ("the pages above, for their privacy", "what is private among them")
CONTACTS = ("the contacts", "their phones", "their social links")
FRAME = (*CONTACTS, "the page in other languages", "the version of hours, for today's state")
MENU = ("what is private, for the menu", "the sections of the site", "the way back up")

REASONS = {
    "standard": (
        *(*ROUTE, "the page by its slug", "the page with its own fields", *MAY_SEE, *FRAME, *MENU),
        "what is private, for the pages below",
    ),
    "index": (
        *(*ROUTE, "the page by its slug", "the page with its own fields", *MAY_SEE),
        *("what is private, for the news", "the years", "the themes", "how many news"),
        *(*FRAME, *MENU, "the news"),
    ),
    "news": (
        *(*ROUTE, "the list by its slug", "the list with its own fields"),
        *("the news by its slug", "the news with its own fields", *MAY_SEE),
        *("what is private, for other news", "other news", *FRAME, *MENU),
    ),
}


@pytest.mark.parametrize("number", [3, 9])
@pytest.mark.parametrize("kind", REASONS)
def test_a_page_asks_only_what_it_has_a_reason_for(
    site: Any, home: Any, client: Client, count_queries: Any, kind: str, number: int
) -> None:
    fill_contacts(site)
    index = NewsIndexPageFactory(parent=home, show_in_menus=True)
    news = [NewsPageFactory(parent=index) for _ in range(number)]
    page = {"standard": StandardPageFactory(parent=home), "index": index, "news": news[0]}[kind]
    client.get(page.url)
    with count_queries(*REASONS[kind]):
        client.get(page.url)
