"""The first walk through the house: addresses, languages, headers."""

import pytest
from django.test import Client
from pages_factories import NewsIndexPageFactory, NewsPageFactory, StandardPageFactory, create_site, translate

pytestmark = pytest.mark.django_db


def test_bulgarian_stands_at_the_root_and_english_under_its_prefix(client: Client) -> None:
    create_site()
    assert "Начало" in client.get("/").content.decode()
    assert "Home" in client.get("/en/").content.decode()


def test_every_kind_of_page_answers_under_a_bulgarian_slug(client: Client) -> None:
    home = create_site().home
    standard = StandardPageFactory(parent=home, title="За читателя")
    index = NewsIndexPageFactory(parent=home)
    news = NewsPageFactory(parent=index, title="Щъркелите се върнаха")
    assert [standard.url, index.url, news.url] == [
        "/za-chitatelya/",
        "/novini/",
        "/novini/shtarkelite-se-varnaha/",
    ]
    for page in (standard, index, news):
        assert client.get(page.url).status_code == 200


def test_an_anonymous_answer_may_be_kept_by_shared_caches(client: Client) -> None:
    create_site()
    response = client.get("/")
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_menu_speaks_the_language_of_the_page(client: Client) -> None:
    home = create_site().home
    page = StandardPageFactory(parent=home, title="Услуги", show_in_menus=True)
    translate(page, title="Services")
    assert "Услуги" in client.get("/").content.decode()
    assert "Services" in client.get("/en/").content.decode()
