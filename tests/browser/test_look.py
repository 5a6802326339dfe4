"""How the pages of the foundation behave in a real browser: type, reflow, quiet, keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from look_site import build_site

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = [320, 360, 768, 1280]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHIFT = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) moved += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 300);
})"""
LOADED_FONTS = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family + f.unicodeRange)"


@pytest.fixture
def addresses() -> dict[str, str]:
    return build_site()


def test_no_page_is_wider_than_its_window(addresses: dict[str, str], live_page: Any) -> None:
    for url in addresses.values():
        live_page.goto(url)
        for width in WIDTHS:
            live_page.set_viewport_size({"width": width, "height": 800})
            assert live_page.evaluate(OVERFLOW) <= 0, f"{url} at {width}"


def test_every_page_is_accessible_in_light_and_dark(
    addresses: dict[str, str], live_page: Any, axe: Callable[[Any], list[str]]
) -> None:
    for scheme in ("light", "dark"):
        live_page.emulate_media(color_scheme=scheme)
        for url in addresses.values():
            live_page.goto(url)
            assert axe(live_page) == [], f"{url} {scheme}"


def test_nothing_moves_while_a_page_loads(addresses: dict[str, str], live_page: Any) -> None:
    for name in ("home", "news", "standard"):
        live_page.goto(addresses[name])
        live_page.wait_for_load_state("networkidle")
        assert live_page.evaluate(SHIFT) < 0.02, name


def test_bulgarian_pages_are_set_in_both_families(addresses: dict[str, str], live_page: Any) -> None:
    live_page.goto(addresses["news"])
    live_page.wait_for_load_state("networkidle")
    loaded = " ".join(live_page.evaluate(LOADED_FONTS))
    if not loaded:
        pytest.skip("no fonts: make fonts")
    assert "Sofia Sans" in loaded
    assert "Vollkorn" in loaded


def test_the_first_tab_leads_past_the_header(addresses: dict[str, str], live_page: Any) -> None:
    live_page.goto(addresses["standard"])
    live_page.keyboard.press("Tab")
    assert live_page.evaluate("document.activeElement.className") == "skip"
    live_page.keyboard.press("Enter")
    assert live_page.evaluate("document.activeElement.id") == "main"


def test_the_keyboard_reaches_every_control(addresses: dict[str, str], live_page: Any) -> None:
    live_page.goto(addresses["standard"])
    controls = "a[href], button:not([hidden]), input, summary, [tabindex='0']"
    wanted = live_page.locator(controls).count()
    reached = set()
    for _step in range(wanted + 5):
        live_page.keyboard.press("Tab")
        reached.add(live_page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
    assert len(reached) >= wanted


def test_a_video_loads_after_a_click_and_not_before(addresses: dict[str, str], live_page: Any) -> None:
    live_page.goto(addresses["standard"])
    assert live_page.locator("iframe").count() == 0
    live_page.watch.allow("youtube-nocookie.com")
    live_page.watch.allow("ERR_FAILED")
    live_page.get_by_role("button", name="Пуснете видеото тук").click()
    frame = live_page.locator("iframe")
    assert frame.get_attribute("src").startswith("https://www.youtube-nocookie.com/embed/")
    assert frame.get_attribute("title")


def test_answers_open_without_a_script(addresses: dict[str, str], open_site: Any, live_server: Any) -> None:
    page = open_site(live_server.url, java_script_enabled=False)
    page.goto(addresses["standard"])
    answer = page.get_by_text("Да, два пъти.")
    assert not answer.is_visible()
    page.get_by_text("Мога ли да удължа срока?").click()
    assert answer.is_visible()


def test_targets_are_large_enough_to_touch(addresses: dict[str, str], live_page: Any) -> None:
    live_page.set_viewport_size({"width": 360, "height": 800})
    live_page.goto(addresses["home"])
    small = live_page.evaluate(
        """[...document.querySelectorAll('.menu a, .foot li a, .search-field button, .language')]
        .filter(e => e.getBoundingClientRect().height < 24).map(e => e.textContent)"""
    )
    assert small == []


def test_a_page_prints_without_its_navigation(addresses: dict[str, str], live_page: Any) -> None:
    live_page.emulate_media(media="print")
    live_page.goto(addresses["news"])
    assert not live_page.locator(".menu").is_visible()
    assert not live_page.locator(".share").is_visible()
    assert live_page.locator("h1").is_visible()
