"""The handbook is true: each task is done as it is told, with the words and the pictures it shows."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import get_template
from handbook_walk import FOLDER, WRITE, Walk, known_shots
from playwright.sync_api import expect

from library_site.demo.loaders.staff import PASSWORD
from pages.handbook import chapters

WORDS = re.compile(r"<b>(.*?)</b>", re.DOTALL)
SHOTS = re.compile(r'{% shot "([\w-]+)"')
# So high that nothing has to be scrolled into a picture.
SIZE = {"width": 1100, "height": 2400}


def start(walk: Walk) -> None:
    walk.go("/admin/")
    walk.shot("dashboard", walk.page.locator("#main"))


def news(walk: Walk) -> None:
    dashboard_link(walk, "Нова новина")
    walk.shot("news-form", walk.page.locator(".tab-content").first)
    walk.page.get_by_role("button", name="Още действия").click()
    walk.shot("publish-menu", walk.page.locator("footer"), above=190)
    walk.page.keyboard.press("Escape")
    walk.page.get_by_role("button", name="Състояние").click()
    walk.page.get_by_role("button", name="Задаване на график").first.click()
    walk.read()


def dashboard_link(walk: Walk, name: str) -> None:
    walk.go("/admin/")
    walk.go(walk.page.get_by_role("link", name=name, exact=True).get_attribute("href") or "")


def event(walk: Walk) -> None:
    dashboard_link(walk, "Ново събитие")
    walk.shot("event-when", panel(walk, "Кога"))


def recurrence(walk: Walk) -> None:
    dashboard_link(walk, "Ново събитие")
    page = walk.page
    page.locator("#id_start_date").fill("28.01.2027")
    page.locator("#id_start_time").fill("18:00")
    page.locator("#id_end_time").fill("19:30")
    page.locator("[name=recurrence_frequency]").select_option(index=4)
    page.locator("[name=recurrence_weekdays][value=TH]").check()
    page.locator("[name=recurrence_nth][value='-1']").check()
    expect(panel(walk, "Следващи дати")).to_contain_text("Показани са 12 дати")
    walk.shot("recurrence", panel(walk, "повторение"))
    walk.shot("next-dates", panel(walk, "Следващи дати"))


def panel(walk: Walk, heading: str) -> Any:
    return walk.page.locator("section.w-panel").filter(
        has=walk.page.locator("h2, h3").filter(has_text=re.compile(rf"^\s*{heading}\s*$"))
    )


TASKS: dict[str, Callable[[Walk], None]] = {
    "tablo": start,
    "novina": news,
    "sabitie": event,
    "povtarya-se": recurrence,
}


@pytest.fixture
def walk(open_site: Any, demo_url: str) -> Walk:
    """A walk that has just begun: the administrator of the demo has signed in."""
    begun = Walk(open_site(demo_url, viewport=SIZE))
    sign_in(begun)
    return begun


def sign_in(walk: Walk) -> None:
    walk.go("/admin/login/")
    walk.page.locator("#id_username").fill("admin")
    walk.page.locator("#id_password").fill(PASSWORD)
    walk.page.keyboard.press("Enter")
    walk.page.wait_for_url("**/admin/")


def test_every_chapter_has_its_task() -> None:
    assert [chapter.slug for chapter in chapters()] == [*TASKS]


@pytest.mark.parametrize("slug", TASKS)
def test_a_task_is_done_as_the_handbook_tells(slug: str, walk: Walk) -> None:
    chapter = next(one for one in chapters() if one.slug == slug)
    source = get_template(chapter.template).template.source
    TASKS[slug](walk)
    assert [word for word in WORDS.findall(source) if not walk.says(word)] == []
    assert walk.stale == [], "make handbook"
    if WRITE:
        return
    walk.go(f"/admin/handbook/{slug}/")
    pictures = walk.page.locator(".handbook img")
    assert pictures.count() == len(SHOTS.findall(source))
    assert all(
        image.evaluate("image => image.decode().then(() => image.naturalWidth)") for image in pictures.all()
    )


def test_no_picture_is_left_over() -> None:
    shown = {name for one in chapters() for name in SHOTS.findall(get_template(one.template).template.source)}
    assert {path.stem for path in FOLDER.glob("*.png")} == shown == set(known_shots())
