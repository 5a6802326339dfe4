"""The pages of the foundation as a reader gets them: whole, under the policy, nothing left over."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from pages_factories import (
    DocumentFactory,
    ImageFactory,
    LibrarySite,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    create_site,
    fill_contacts,
)

from pages import slots
from pages.models import ContactPhone

pytestmark = pytest.mark.django_db

LONG_WORD = "непротивоконституционствувателствувайте" * 6
INLINE_CODE = re.compile(
    r"<[a-z][^>]*\s(?:style|on[a-z]+)=|<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)"
)


@pytest.fixture
def library() -> LibrarySite:
    return create_site()


@pytest.fixture
def request_on(rf: RequestFactory) -> HttpRequest:
    return rf.get("/")


def body_of(*blocks: tuple[str, Any]) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def html(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def test_a_page_has_one_title_a_language_and_a_way_past_the_header(
    client: Client, library: LibrarySite
) -> None:
    page = StandardPageFactory(parent=library.home, title="Читателска карта", lead="За пет минути.")
    text = html(client, page.url)
    assert '<html lang="bg">' in text
    assert text.count("<h1") == 1
    assert 'class="skip" href="#main"' in text
    assert text.index('href="#main"') < text.index("<header")
    assert '<main id="main"' in text


def test_an_english_page_says_its_language_and_leads_back_to_bulgarian(
    client: Client, library: LibrarySite
) -> None:
    text = html(client, "/en/")
    assert '<html lang="en">' in text
    assert re.search(r'<a class="language" lang="bg" hreflang="bg" href="/">Български</a>', text)


def test_nothing_on_a_page_needs_inline_code(client: Client, library: LibrarySite) -> None:
    fill_contacts(library.site)
    page = StandardPageFactory(parent=library.home, title="Всичко", body=every_block())
    news = NewsPageFactory(
        parent=NewsIndexPageFactory(parent=library.home),
        image=ImageFactory(),
        image_alt="Фоайе",
        body=every_block(),
    )
    for url in ("/", page.url, news.url, news.get_parent().url, "/search/?q=карта", "/en/"):
        assert not INLINE_CODE.search(html(client, url)), url


def every_block() -> str:
    image, document = ImageFactory(), DocumentFactory()
    picture = {"image": image.pk, "alt_text": "Фоайето", "caption": "Партер"}
    table = {
        "columns": [{"type": "text", "heading": "Карта"}, {"type": "number", "heading": "Цена"}],
        "rows": [{"values": ["Семейна", "8.50"]}],
        "caption": "Такси",
    }
    return body_of(
        ("text", "<p>Картата важи <b>навсякъде</b>.</p>"),
        ("heading", {"text": "Как се записвам", "level": "h2"}),
        ("heading", {"text": "Такси и срокове", "level": "h2"}),
        ("image", picture),
        ("gallery", {"title": "Снимки", "images": [picture, picture]}),
        ("documents", {"title": "Файлове", "files": [{"document": document.pk, "title": "Правила"}]}),
        ("quote", {"text": "Тук е тихо.", "author": "Читател", "source": "книга за впечатления"}),
        ("callout", {"kind": "attention", "title": "", "text": "<p>Затворено.</p>"}),
        ("contacts", {"title": "Кой", "people": [{"name": "Регистрация", "phone": "042 648 143"}]}),
        ("accordion", {"items": [{"title": "Мога ли?", "text": "<p>Да.</p>"}]}),
        ("table", table),
        ("embed", {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "Разходка"}),
    )


def test_every_block_shows_what_the_editor_wrote(client: Client, library: LibrarySite) -> None:
    text = html(client, StandardPageFactory(parent=library.home, title="Всичко", body=every_block()).url)
    for piece in (
        '<h2 id="kak-se-zapisvam">',
        'alt="Фоайето"',
        "„Тук е тихо.“",
        "Внимание",
        'href="tel:+35942648143"',
        "<summary>Мога ли?</summary>",
        '<td class="is-number">8,50</td>',
        '<th scope="col">Карта</th>',
    ):
        assert piece in text, piece


def test_a_table_that_may_scroll_takes_the_focus_and_has_a_name(client: Client, library: LibrarySite) -> None:
    text = html(client, StandardPageFactory(parent=library.home, title="Такси", body=every_block()).url)
    assert '<div class="table-frame" tabindex="0" role="region" aria-label="Такси">' in text


def test_a_video_is_asked_for_only_by_the_reader(client: Client, library: LibrarySite) -> None:
    text = html(client, StandardPageFactory(parent=library.home, title="Видео", body=every_block()).url)
    assert "<iframe" not in text
    assert 'data-embed-url="https://www.youtube-nocookie.com/embed/abcdefghijk' in text
    assert 'href="https://www.youtube.com/watch?v=abcdefghijk"' in text


def test_a_page_of_sections_lists_them_and_the_pages_below(client: Client, library: LibrarySite) -> None:
    page = StandardPageFactory(parent=library.home, title="Услуги", body=every_block())
    StandardPageFactory(parent=page, title="Междубиблиотечно заемане")
    text = html(client, page.url)
    assert '<a href="#kak-se-zapisvam">' in text
    assert "Междубиблиотечно заемане" in text


def test_a_home_page_without_plugins_has_no_dead_form_and_no_empty_section(
    client: Client, library: LibrarySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "_contributions", {})
    main = html(client, "/").split("<main")[1].split("</main>")[0]
    assert "<form" not in main
    assert "<section" not in main
    assert "halves" not in main
    assert library.home.intro in main


def test_a_slot_that_is_filled_stands_on_the_home_page(
    client: Client, library: LibrarySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "_contributions", {})
    message = "pages/components/message.html"
    slots.register("home.newsletter", template=message, context=lambda request, page: {"text": "Бюлетин <1>"})
    slots.register("home.ask", template=message, context=lambda request, page: None)
    text = html(client, "/")
    assert text.count("Бюлетин &lt;1&gt;") == 1
    assert text.count('class="message') == 1


def test_the_first_news_leads_and_five_follow(client: Client, library: LibrarySite) -> None:
    index = NewsIndexPageFactory(parent=library.home)
    for number in range(9):
        NewsPageFactory(
            parent=index,
            title=f"Вест {number}",
            date=date(2026, 11, 1) + timedelta(number),
            lead=f"Увод {number}",
        )
    main = html(client, "/").split("<main")[1]
    assert [int(found) for found in re.findall(r">Вест (\d)</a>", main)] == [8, 7, 6, 5, 4, 3]
    assert "Увод 8" in main
    assert "Увод 7" not in main


def test_a_list_of_news_holds_nothing_one_and_many(client: Client, library: LibrarySite) -> None:
    index = NewsIndexPageFactory(parent=library.home)
    assert "Тук още няма новини" in html(client, index.url)
    for number in range(30):
        NewsPageFactory(parent=index, title=f"Вест {number}", date=date(2026, 11, 1) - timedelta(number))
    first, last = html(client, index.url), html(client, f"{index.url}?page=3")
    assert "Страница 1 от 3" in first
    assert 'rel="next" href="?page=2"' in first
    assert 'rel="next"' not in last


@pytest.mark.parametrize("title", [LONG_WORD, "„Кавички“ & <знаци>", "А"])
def test_any_title_holds(client: Client, library: LibrarySite, title: str) -> None:
    index = NewsIndexPageFactory(parent=library.home)
    news = NewsPageFactory(parent=index, title=title[:240])
    for url in ("/", index.url, news.url):
        assert "<знаци>" not in html(client, url)


def test_a_news_without_a_picture_has_no_frame_for_one(client: Client, library: LibrarySite) -> None:
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=library.home), image=None)
    text = html(client, news.url)
    assert "<figure" not in text
    assert "<img" not in text


def test_a_picture_whose_file_is_gone_does_not_take_the_page_with_it(
    client: Client, library: LibrarySite
) -> None:
    image = ImageFactory()
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=library.home), image=image, image_alt="Фоайето")
    image.file.storage.delete(image.file.name)
    for url in ("/", news.get_parent().url, news.url):
        assert news.title in html(client, url)


def test_the_foot_shows_each_telephone_with_who_answers(client: Client, library: LibrarySite) -> None:
    contacts = fill_contacts(
        library.site, street="бул. „Руски“ 44", postcode="6000", email="pitai@example.org"
    )
    ContactPhone.objects.create(
        settings=contacts, number="042 648 143", role="регистрация", role_en="registration"
    )
    foot = html(client, "/").split("<footer")[1]
    assert 'href="tel:+35942648143">042 648 143</a></dt><dd>регистрация</dd>' in foot
    assert "6000 Стара Загора, бул. „Руски“ 44" in foot
    assert "registration" in html(client, "/en/").split("<footer")[1]


def test_pages_out_of_the_menu_stand_in_the_foot(client: Client, library: LibrarySite) -> None:
    StandardPageFactory(parent=library.home, title="За нас", show_in_menus=True)
    StandardPageFactory(parent=library.home, title="Достъпност")
    head, foot = html(client, "/").split("<main")[0], html(client, "/").split("<footer")[1]
    assert "За нас" in head
    assert "Достъпност" not in head
    assert "Достъпност" in foot
    assert "За нас" not in foot


def test_the_way_back_up_names_the_sections_above(client: Client, library: LibrarySite) -> None:
    section = StandardPageFactory(parent=library.home, title="Услуги")
    page = StandardPageFactory(parent=section, title="Читателска карта")
    crumbs = html(client, page.url).split('class="breadcrumbs')[1].split("</nav>")[0]
    assert re.findall(r">([^<>]+)</a>", crumbs) == ["Начало", "Услуги"]
    assert 'class="breadcrumbs' not in html(client, section.url)


@override_settings(DEBUG=False)
def test_a_lost_reader_gets_a_search_and_the_menu(client: Client, library: LibrarySite) -> None:
    StandardPageFactory(parent=library.home, title="За нас", show_in_menus=True)
    text = html(client, "/nyama-takava/", status=404)
    main = text.split("<main")[1]
    assert 'action="/search/"' in main
    assert "За нас" in main


def test_the_page_of_a_failure_needs_nothing_that_may_have_failed() -> None:
    text = render_to_string("500.html")
    assert "Нещо при нас се обърка" in text
    assert not INLINE_CODE.search(text)


def test_a_search_says_how_much_it_found_or_what_to_try(client: Client, library: LibrarySite) -> None:
    assert "Нищо не е намерено" in html(client, "/search/?q=щъркелджия")
    assert "Впишете дума" in html(client, "/search/?q=%22%21")
    empty = html(client, "/search/")
    assert "Нищо не е намерено" not in empty
    assert 'content="noindex"' in empty
