"""Frames, plain HTML and the page that gives them out."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from events_factories import published_event
from wagtail.models import PageViewRestriction

from events.embeds.scripts import current

pytestmark = pytest.mark.django_db

FRAMES = ["/embed/frame/events/", "/embed/frame/hours/", "/embed/frame/closed-days/"]


def code(client: Client, address: str, form: str) -> str:
    page = client.get(address).content.decode()
    found = re.search(rf'<textarea id="code-{form}"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("address", FRAMES)
def test_a_frame_may_stand_anywhere_and_nothing_else_may(client: Client, library: Any, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    assert "unsafe" not in response["Content-Security-Policy"]
    for other in ("/", "/embed/"):
        answer = client.get(other)
        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"], other
        assert answer["X-Frame-Options"] == "SAMEORIGIN", other
    assert "frame-ancestors 'none'" in client.get("/embed/v1/events.json")["Content-Security-Policy"]


def test_a_frame_holds_the_plain_list_for_readers_without_scripts(client: Client, library: Any) -> None:
    page = client.get("/embed/frame/events/?municipality=chirpan&scheme=dark&subscribe=1").content.decode()
    assert '<library-events municipality="chirpan" scheme="dark" subscribe>' in page
    assert "Среща с автор</a>" in page
    assert "Клуб по четене" not in page
    assert f'src="/embed/v1/{current("events").path}"' in page


def test_a_frame_says_in_words_what_is_wrong(client: Client, library: Any) -> None:
    response = client.get("/embed/frame/hours/?department=atlantida")
    assert (response.status_code, response["Content-Type"]) == (400, "text/html; charset=utf-8")
    assert "Няма запис „atlantida“" in response.content.decode()
    assert "frame-ancestors *" in response["Content-Security-Policy"]


def test_the_frame_of_one_event_tells_its_coming_dates(client: Client, library: Any) -> None:
    page = client.get(f"/embed/frame/event/{library.club.translation_key}/").content.decode()
    assert "сряда, 25 ноември 2026\u00a0г., 18:00–19:30" in page
    assert "отменено – Лекторът е болен" in page


def test_the_frame_of_a_hidden_event_is_not_found(client: Client, library: Any) -> None:
    address = f"/embed/frame/event/{library.club.translation_key}/"
    PageViewRestriction.objects.create(page=library.programme, restriction_type="login")
    assert client.get(address).status_code == 404


def test_plain_html_is_a_piece_of_a_page(client: Client, library: Any) -> None:
    response = client.get("/embed/html/closed-days/?limit=1")
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response.content.decode().count("<li>") == 1
    assert "<html" not in response.content.decode()


def test_what_an_editor_wrote_is_escaped_everywhere(client: Client, library: Any) -> None:
    published_event(library.programme, title='<img src=x onerror="alert(1)">', location='"><script>')
    for address in ("/embed/html/events/", "/embed/frame/events/", "/embed/"):
        page = client.get(address).content.decode()
        assert "<img src=x" not in page
        assert '"><script>' not in page
        assert "&lt;img src=x" in page
    assert "&lt;img src=x" in code(client, "/embed/", "element")


def test_the_snippet_pins_the_version_and_carries_the_list(client: Client, library: Any) -> None:
    snippet = code(client, "/embed/?municipality=chirpan&limit=3", "element")
    script = current("events")
    assert snippet.startswith('<library-events municipality="chirpan" limit="3" scheme="light">')
    assert "Среща с автор</a>" in snippet
    assert "към 23 ноември 2026\u00a0г." in snippet
    assert f'src="http://testserver/embed/v1/{script.path}"' in snippet
    assert f'integrity="{script.integrity}" crossorigin="anonymous"' in snippet


def test_the_other_forms_say_the_same(client: Client, library: Any) -> None:
    address = "/embed/closed-days/?department=izkustvo&scheme=auto"
    frame = "http://testserver/embed/frame/closed-days/?department=izkustvo&amp;scheme=auto"
    assert f'<iframe src="{frame}"' in code(client, address, "frame")
    assert "<library" not in code(client, address, "html")
    assert "неработен ден с читатели" in code(client, address, "html")


def test_the_builder_links_the_choice_as_a_calendar(client: Client, library: Any) -> None:
    page = html.unescape(client.get("/embed/?category=klub").content.decode())
    assert 'href="http://testserver/feeds/events.ics?category=klub"' in page
    assert 'href="webcal://testserver/feeds/events.ics?category=klub"' in page
    assert client.get("/feeds/events.ics?category=klub").status_code == 200


@pytest.mark.parametrize(
    ("address", "feeds"),
    [
        ("/embed/?category=klub&audience=vazrastni&lang=en", {"ics", "rss", "atom", "json"}),
        ("/embed/closed-days/?department=izkustvo", {"ics", "atom", "json"}),
        ("/embed/hours/", set()),
    ],
)
def test_every_feed_of_a_choice_answers(client: Client, library: Any, address: str, feeds: set[str]) -> None:
    page = html.unescape(client.get(address).content.decode())
    made = page.partition("data-made")[2]
    links = set(re.findall(r'href="http://testserver(/feeds/[^"]+)" rel="nofollow"', made))
    assert {link.partition("?")[0].rpartition(".")[2] for link in links} == feeds
    for link in links:
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?municipality=atlantida", "Няма запис „atlantida“. Проверете изписването."),
        ("?limit=500", "Числото трябва да е най-много 20."),
        ("?limit=много", "Очаква се цяло число."),
        ("?scheme=розово&lang=de", "Възможните стойности са: "),
        ("?category=%00x", "Само малки латински букви, цифри и тирета."),
        ("?subscribe=може-би", "Очаква се true или false."),
    ],
)
def test_a_wrong_choice_is_named_and_the_rest_is_kept(
    client: Client, library: Any, query: str, message: str
) -> None:
    response = client.get(f"/embed/{query}&audience=vazrastni")
    page = html.unescape(response.content.decode())
    assert response.status_code == 200
    assert message in page or "Няма запис „x“" in page
    assert 'audience="vazrastni"' in page


@pytest.mark.parametrize("address", ["/embed/weather/", "/embed/frame/weather/", f"/embed/?x={'y' * 5000}"])
def test_what_is_not_there_is_not_found(client: Client, library: Any, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_builder_speaks_english_too(client: Client, library: Any, english_home: Any) -> None:
    page = client.get("/en/embed/hours/").content.decode()
    assert "The library on your website" in page
    assert 'lang="en"' in code(client, "/en/embed/hours/", "element")
