"""The embeds on a municipality's page, in a real browser, under a strict policy and from another origin."""

import html
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from events_factories import (
    ClosedDayCalendarPageFactory,
    ClosureFactory,
    DepartmentIndexPageFactory,
    EventIndexPageFactory,
    change,
    library_hours,
    published_event,
)
from look_site import LONG_WORD
from municipal_site import Municipality, municipal_site, wire
from pages_factories import MunicipalityFactory, create_site
from playwright.sync_api import Browser, Page

from events import timetable
from events.models import EventPage

pytestmark = pytest.mark.django_db(transaction=True)

CODE = re.compile(r'<textarea id="code-element"[^>]*>(.*?)</textarea>', re.DOTALL)
PATHS = {
    "events": "/embed/?municipality=chirpan&subscribe=1",
    "hours": "/embed/hours/",
    "closed-days": "/embed/closed-days/",
}
ELEMENTS = [f"library-{kind}" for kind in PATHS]
SHADOW = "name => document.querySelector(name).shadowRoot?.textContent ?? ''"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def event() -> EventPage:
    """A library with hours, a closed day and an event far ahead in Chirpan whose title is one long word."""
    timetable._held.clear()
    home = create_site().home
    library_hours()
    ClosedDayCalendarPageFactory(parent=home)
    DepartmentIndexPageFactory(parent=home)
    ClosureFactory(recurrence="FREQ=DAILY", reason="Ремонт на покрива")
    return published_event(
        EventIndexPageFactory(parent=home),
        title=f"Гостуване {LONG_WORD}",
        recurrence="FREQ=WEEKLY;BYDAY=WE",
        municipality=MunicipalityFactory(name="Чирпан", slug="chirpan"),
    )


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as held:
        yield held


def snippet_of(client: Any, origin: str, kind: str) -> str:
    """What a web master copies from the builder."""
    page = client.get(PATHS[kind], headers={"Host": origin.removeprefix("http://")}).content.decode()
    found = CODE.search(page)
    assert found
    return html.unescape(found[1])


@pytest.fixture
def library(live_server: Any, stack: ExitStack) -> str:
    return str(stack.enter_context(wire(live_server.url)))


@pytest.fixture
def municipality(event: EventPage, client: Any, library: str) -> Municipality:
    return Municipality(library, {kind: snippet_of(client, library, kind) for kind in PATHS})


class Visit:
    """A page with all it complained of and all it asked for; nothing stands between it and the net."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context = browser.new_context(locale="bg-BG", timezone_id="America/New_York", **options)
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def shown(self, name: str) -> str:
        return str(self.page.evaluate(SHADOW, name))

    def wait_for(self, *names: str) -> None:
        for name in names:
            self.page.locator(f"{name} [part=box]").wait_for()


@pytest.fixture
def visit(chromium: Browser, stack: ExitStack) -> Callable[..., Visit]:
    def begin(**options: Any) -> Visit:
        made = Visit(chromium, **options)
        stack.callback(made.context.close)
        return made

    return begin


def test_all_three_are_live_under_a_policy_of_two_origins(
    municipality: Municipality, library: str, visit: Any, stack: ExitStack
) -> None:
    origin = stack.enter_context(municipal_site(municipality))
    guest = visit()
    guest.page.goto(origin)
    guest.wait_for(*ELEMENTS)
    assert "Гостуване" in guest.shown("library-events")
    assert "Абонирайте календара си" in guest.shown("library-events")
    assert "Ремонт на покрива" in guest.shown("library-hours")
    assert "Ремонт на покрива" in guest.shown("library-closed-days")
    assert [text for text in guest.said if "favicon" not in text and "404" not in text] == []
    assert guest.context.cookies() == []
    assert {"/".join(url.split("/")[:3]) for url in guest.asked} == {origin, library}


def test_with_the_library_down_the_last_good_copy_shows_with_its_date(
    municipality: Municipality, live_server: Any, client: Any, visit: Any, stack: ExitStack
) -> None:
    guest = visit()
    with wire(live_server.url) as library:
        municipality.library = library
        municipality.snippets = {kind: snippet_of(client, library, kind) for kind in PATHS}
        origin = stack.enter_context(municipal_site(municipality))
        guest.page.goto(origin)
        guest.wait_for(*ELEMENTS)
        assert "Запазено копие" not in guest.shown("library-events")
    guest.page.goto(origin)
    guest.wait_for(*ELEMENTS)
    for name in ELEMENTS:
        assert "Запазено копие от" in guest.shown(name), name
    assert "Гостуване" in guest.shown("library-events")


def test_without_a_copy_or_with_other_bytes_the_list_inside_the_tag_stays(
    municipality: Municipality, visit: Any, stack: ExitStack
) -> None:
    guest = visit()
    for kind in PATHS:
        other = municipality.snippets[kind].replace("sha384-", "sha384-AAAA")
        municipality.snippets[kind] = re.sub(r'sha384-A{4}[^"]{4}', "sha384-AAAA", other)
    guest.page.goto(stack.enter_context(municipal_site(municipality)))
    guest.page.wait_for_load_state("networkidle")
    assert any("integrity" in text for text in guest.said)
    for name in ELEMENTS:
        assert guest.shown(name) == ""
    assert guest.page.get_by_role("link", name="Гостуване").first.is_visible()
    assert guest.page.get_by_text("понеделник – петък: 8:30–18:30").is_visible()


def test_a_page_that_forbids_storage_still_shows_what_is_live(
    municipality: Municipality, visit: Any, stack: ExitStack
) -> None:
    guest = visit()
    guest.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }});"
    )
    guest.page.goto(stack.enter_context(municipal_site(municipality)))
    guest.wait_for(*ELEMENTS)
    assert "Гостуване" in guest.shown("library-events")


def test_the_shadow_trees_are_accessible_in_light_and_dark(
    municipality: Municipality, visit: Any, axe: Callable[[Page], list[str]], stack: ExitStack
) -> None:
    origin = stack.enter_context(municipal_site(municipality))
    for scheme in ("light", "dark"):
        municipality.snippets = {
            kind: re.sub(r' scheme="\w+"', f' scheme="{scheme}"', text)
            for kind, text in municipality.snippets.items()
        }
        guest = visit(bypass_csp=True)
        guest.page.goto(origin)
        guest.wait_for(*ELEMENTS)
        assert [line for line in axe(guest.page) if "landmark" not in line] == [], scheme


def test_long_words_wrap_also_at_two_hundred_percent(
    municipality: Municipality, visit: Any, stack: ExitStack
) -> None:
    origin = stack.enter_context(municipal_site(municipality))
    # 360 px is a phone; 640 px at two device pixels each is a window of 1280 px at 200 %.
    for width, factor in ((320, 1), (360, 1), (640, 2)):
        guest = visit(viewport={"width": width, "height": 800}, device_scale_factor=factor)
        guest.page.goto(origin)
        guest.wait_for(*ELEMENTS)
        assert guest.page.evaluate(OVERFLOW) <= 0, width


def test_the_keyboard_reaches_each_link_of_an_element(
    municipality: Municipality, visit: Any, stack: ExitStack
) -> None:
    guest = visit()
    guest.page.goto(stack.enter_context(municipal_site(municipality)))
    guest.wait_for(*ELEMENTS)
    links = sum(guest.page.locator(f"{name} [part=box] a").count() for name in ELEMENTS)
    reached = set()
    for _step in range(links + 3):
        guest.page.keyboard.press("Tab")
        reached.add(
            guest.page.evaluate(
                "[document.activeElement?.localName, "
                "document.activeElement?.shadowRoot?.activeElement?.textContent, "
                "document.activeElement?.shadowRoot?.activeElement?.href].join()"
            )
        )
    assert len([one for one in reached if one.startswith("library-")]) == links


def test_a_change_at_the_library_reaches_the_open_page(
    municipality: Municipality, event: EventPage, visit: Any, stack: ExitStack
) -> None:
    guest = visit()
    guest.page.goto(stack.enter_context(municipal_site(municipality)))
    guest.wait_for("library-events")
    EventPage.objects.get(pk=event.pk).unpublish()
    guest.page.evaluate("document.querySelector('library-events').setAttribute('limit', '6')")
    guest.page.locator("library-events [part=empty]", has_text="Няма предстоящи").wait_for()


def test_a_frame_shows_in_any_page_and_opens_links_over_it(
    municipality: Municipality, library: str, visit: Any, stack: ExitStack
) -> None:
    municipality.policy = f"default-src 'none'; frame-src {library}"
    municipality.snippets = {
        "events": f'<iframe title="Събития" src="{library}/embed/frame/events/"></iframe>'
    }
    guest = visit()
    guest.page.goto(stack.enter_context(municipal_site(municipality)))
    frame = guest.page.frame_locator("iframe")
    frame.get_by_role("link", name="Гостуване").first.wait_for()
    assert frame.locator("base").get_attribute("target") == "_top"
    municipality.snippets = {"events": f'<iframe title="Сайт" src="{library}/"></iframe>'}
    guest.page.reload()
    guest.page.wait_for_load_state("networkidle")
    assert any("frame-ancestors" in text or "X-Frame-Options" in text for text in guest.said)


def test_the_builder_shows_a_choice_at_once_and_copies_it(
    event: EventPage, live_page: Any, axe: Callable[[Page], list[str]]
) -> None:
    live_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    live_page.goto("/embed/")
    live_page.locator("library-events [part=box]").wait_for()
    assert axe(live_page) == []
    live_page.get_by_label("Община").select_option("chirpan")
    live_page.locator("#code-element", has_text="chirpan").wait_for()
    assert live_page.url.endswith("?municipality=chirpan&lang=bg")
    live_page.get_by_role("button", name="Елемент").click()
    copied = live_page.evaluate("navigator.clipboard.readText()")
    assert copied == live_page.locator("#code-element").input_value()
    assert live_page.get_by_text("Кодът е копиран").count() >= 1
    for width in (320, 360, 1280):
        live_page.set_viewport_size({"width": width, "height": 800})
        assert live_page.evaluate(OVERFLOW) <= 0, width


def test_the_builder_works_without_a_script(event: EventPage, open_site: Any, live_server: Any) -> None:
    page = open_site(live_server.url, java_script_enabled=False)
    page.goto("/embed/")
    page.get_by_label("Община").select_option("chirpan")
    page.get_by_role("button", name="Покажи").click()
    assert 'municipality="chirpan"' in page.locator("#code-element").input_value()
    assert page.get_by_role("link", name="Гостуване").first.is_visible()


def test_a_cancelled_date_says_so_in_the_element(event: EventPage, live_page: Any) -> None:
    event.changes.set(
        [change("cancelled", event.occurrences.upcoming()[0].original_local_start, reason="Болен лектор")]
    )
    event.save_revision().publish()
    live_page.goto("/embed/")
    row = live_page.locator("library-events [part~=cancelled]", has_text="Отменено – Болен лектор")
    row.first.wait_for()
