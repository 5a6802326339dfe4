"""A visitor's walk through the site with the demo content, by links alone."""

import re
from typing import Any

TEXT = re.compile(r"\w")
DATES_OF_EVENTS = "main a[href^='/sabitiya/'][href*='/20']"


def heading(page: Any) -> str:
    """Return the heading of a page that was found and is set in the language of its address."""
    language = "en" if page.url.split("/")[3] == "en" else "bg"
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    return str(page.locator("h1").inner_text())


def follow(page: Any, name: str) -> str:
    """Choose an entry of the main menu and return the heading of its page."""
    page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first.click()
    return heading(page)


def open_first(page: Any, links: Any) -> str:
    """Follow the first of some links; its text must reappear as the heading it leads to."""
    promised = str(links.first.inner_text()).strip()
    links.first.click()
    found = heading(page)
    assert found in promised or promised in found
    return found


def test_from_home_to_an_event_the_closed_days_the_news_a_material_and_english(demo_page: Any) -> None:
    demo_page.goto("/")
    assert re.search("отворено|затворено", demo_page.locator("main").inner_text(), re.IGNORECASE)
    open_first(demo_page, demo_page.locator(DATES_OF_EVENTS))
    assert follow(demo_page, "Неработни дни") == "Неработни дни"
    assert "Последният четвъртък" in demo_page.locator("main").inner_text()
    assert follow(demo_page, "Новини") == "Новини"
    open_first(demo_page, demo_page.locator("main a[href^='/novini/']").filter(has_text=TEXT))
    assert follow(demo_page, "За библиотекари")
    open_first(demo_page, demo_page.locator("main a[href^='/za-bibliotekari/']").filter(has_text=TEXT))
    demo_page.get_by_role("link", name="English").first.click()
    assert heading(demo_page)
    assert demo_page.url.split("/")[3] == "en"
