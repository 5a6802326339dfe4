"""Health, robots, the map of the site, error pages."""

import pytest
from django.test import Client
from pages_factories import NewsIndexPageFactory, StandardPageFactory, create_site, fill_contacts, translate

pytestmark = pytest.mark.django_db


def test_the_process_is_alive_without_asking_the_database(
    client: Client, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert client.get("/healthz").content == b"ok\n"


def test_readiness_names_its_checks(client: Client) -> None:
    response = client.get("/readyz")
    assert response.json() == {
        "ready": True,
        "checks": {"database": "ok", "migrations": "ok", "queue": "ok", "disk": "ok"},
    }
    assert "no-store" in response["Cache-Control"]


def test_readiness_fails_when_the_disk_is_almost_full(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.readiness.LEAST_FREE_BYTES", 2**80)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["disk"] == "almost full"


def test_robots_stay_out_of_the_admin_and_find_the_map(client: Client) -> None:
    create_site()
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_security_txt_names_the_address_of_the_library(client: Client) -> None:
    fill_contacts(create_site().site, email="library@example.org")
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:library@example.org" in text
    assert "Expires: " in text


def test_the_map_holds_public_pages_of_both_languages_and_their_translations(client: Client) -> None:
    home = create_site().home
    page = StandardPageFactory(parent=home, title="Услуги")
    translate(page, title="Services")
    StandardPageFactory(parent=home, title="Чернова", live=False)
    text = client.get("/sitemap.xml").content.decode()
    assert "<loc>http://localhost/uslugi/</loc>" in text
    assert "<loc>http://localhost/en/uslugi/</loc>" in text
    assert 'hreflang="en" href="http://localhost/en/uslugi/"' in text
    assert "chernova" not in text


def test_the_map_takes_as_many_queries_for_ten_pages_as_for_one(
    client: Client, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    home = create_site().home
    StandardPageFactory(parent=home)
    client.get("/sitemap.xml")
    for _ in range(10):
        StandardPageFactory(parent=home)
    # site, languages' roots, count, pages, types, standard pages, homes, restrictions, translations
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        client.get("/sitemap.xml")


@pytest.mark.parametrize(
    ("address", "words"),
    [("/nyama-takava/", "Какво търсите"), ("/novini/?year=abc", "Какво търсите")],
)
def test_an_unknown_address_is_answered_in_words(client: Client, address: str, words: str) -> None:
    NewsIndexPageFactory(parent=create_site().home)
    response = client.get(address)
    assert response.status_code == 404
    assert words in response.content.decode()
