"""The demo as a visitor sees it: every place accessible, in any width, right behind a cache."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

PLACES = [
    "/",
    "/sabitiya/",
    "/nerabotni-dni/",
    "/otdeli-i-uslugi/",
    "/novini/",
    "/za-bibliotekari/",
    "/za-nas/",
    "/search/?q=библиотеката",
    "/en/",
]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_other_language_leads_to_the_same_page_and_back(demo_page: Any) -> None:
    demo_page.goto("/nerabotni-dni/")
    demo_page.locator("a.language").click()
    assert demo_page.url.endswith("/en/closed-days/")
    demo_page.locator("a.language").click()
    assert demo_page.url.endswith("/nerabotni-dni/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_place_is_accessible(demo_page: Any, axe: Callable[[Any], list[str]], scheme: str) -> None:
    demo_page.emulate_media(color_scheme=scheme)
    for place in PLACES:
        demo_page.goto(place)
        assert axe(demo_page) == [], place


def test_no_place_is_wider_than_the_narrowest_window(demo_page: Any) -> None:
    demo_page.set_viewport_size({"width": 320, "height": 640})
    for place in PLACES:
        demo_page.goto(place)
        assert demo_page.evaluate(OVERFLOW) <= 0, place


def days_of(page: Any) -> list[Any]:
    """Return the coming days as the page holds them."""
    page.goto("/")
    coming: dict[str, Any] = json.loads(page.locator("section.today").get_attribute("data-hours"))
    return list(coming["days"][1:-1])


def test_a_cached_page_says_closed_once_the_day_has_changed(demo_page: Any) -> None:
    shut = next(day for day in days_of(demo_page) if not day["open"])
    demo_page.clock.set_fixed_time(f"{shut['date']}T10:00:00Z")
    demo_page.goto("/")
    title = demo_page.locator("h1").inner_text()
    assert "затворено" in title
    assert "Отваряме" in title
    assert shut["name"] in title


def test_a_cached_page_says_until_when_it_is_open(demo_page: Any) -> None:
    day = next(day for day in days_of(demo_page) if day["open"])
    *_, closes, _opens_at, closes_at = day["open"][-1]
    demo_page.clock.set_fixed_time(closes_at - 2 * 3600)
    demo_page.goto("/")
    title = demo_page.locator("h1")
    expect(title).to_contain_text(f"отворени до {closes}")
    expect(title).to_contain_text(day["name"])


def test_an_english_page_of_english_words_loads_no_cyrillic_file(demo_page: Any) -> None:
    asked: list[str] = []
    demo_page.on("request", lambda request: asked.append(request.url))
    demo_page.goto("/en/closed-days/")
    demo_page.wait_for_load_state("networkidle")
    assert any(url.endswith(".css") for url in asked)
    assert not [url for url in asked if "cyrillic" in url]
