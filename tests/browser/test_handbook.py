"""The handbook is true: each task is done as it is told, with the words and the pictures it shows."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import get_template
from handbook_walk import FOLDER, WRITE, Walk, folded, known_shots
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
    # The draft keeps itself, and has no title yet.
    walk.page.watch.allow("400 (Bad Request)")  # type: ignore[attr-defined]
    dashboard_link(walk, "Ново събитие")
    page = walk.page
    page.locator("#id_start_date").fill("28.01.2027")
    page.locator("#id_start_time").fill("18:00")
    page.locator("#id_end_time").fill("19:30")
    page.locator("[name=recurrence_frequency]").select_option(index=4)
    page.locator("[name=recurrence_weekdays][value=TH]").check()
    page.locator("[name=recurrence_nth][value='-1']").check()
    expect(panel(walk, "Следващи дати")).to_contain_text("Показани са 12 дати")
    walk.shot("recurrence", panel(walk, "Повторение"))
    walk.shot("next-dates", panel(walk, "Следващи дати"))


def photos(walk: Walk) -> None:
    dashboard_link(walk, "Ново събитие")
    # The address of a new event ends in the page of all events.
    walk.go(f"/admin/pages/{walk.page.url.rstrip('/').split('/')[-1]}/")
    event = walk.page.locator("main a[href$='/edit/']").filter(has_text="Приказна сряда").first
    number = (event.get_attribute("href") or "").split("/")[-3]
    walk.page.get_by_role("button", name="Още действия за „Приказна сряда“").click()
    walk.read()
    walk.go(f"/admin/pages/{number}/add_subpage/")
    walk.shot("photo-report", walk.page.locator(".tab-content").first)


def closing(walk: Walk) -> None:
    walk.go("/admin/hours/close-today/")
    walk.shot("close-today", walk.page.locator(".big-buttons"))
    walk.go(walk.page.get_by_role("link", name="Няма ток или вода").get_attribute("href") or "")
    walk.shot("close-confirm", walk.page.locator("form.closing"))
    walk.go("/admin/snippets/events/closure/")
    walk.go("/admin/")


def week(walk: Walk) -> None:
    walk.go("/admin/snippets/events/openinghours/add/")
    walk.page.fill("#id_day_0", "8:30–18:30")
    walk.page.locator("[aria-controls=id_day_0-copy]").click()
    walk.shot("week-grid", walk.page.locator("[data-week-grid]"))
    walk.page.locator("#id_day_0-copy [data-do]").click()
    walk.read()


def english(walk: Walk) -> None:
    walk.go("/admin/")
    found = walk.page.locator("main a[href$='/edit/']").filter(has_text="Настолни петъци")
    walk.go(found.first.get_attribute("href") or "")
    walk.page.get_by_role("button", name="Действия").first.click()
    walk.read()
    walk.go(walk.page.get_by_role("link", name="Превод на тази страница").first.get_attribute("href") or "")
    walk.go("/admin/localize/reports/translations/?source_title=За+нас")
    walk.go(walk.page.get_by_role("link", name="About us").first.get_attribute("href") or "")
    walk.shot("translation", walk.page.locator(".js-translation-editor"))
    source = walk.page.locator(".header-meta--locales a").first.get_attribute("href")
    walk.go(source or "")
    walk.page.get_by_role("button", name="Действия").first.click()
    walk.read()


def search(walk: Walk) -> None:
    walk.go("/admin/reports/searches/")
    walk.go("/admin/searchpicks/")
    walk.go("/admin/snippets/pages/synonymgroup/add/")
    walk.page.locator("#id_words").fill("лаптоп\nпреносим компютър")
    walk.shot("synonyms", walk.page.locator(".w-panel").first)


def consultation(walk: Walk) -> None:
    walk.go("/admin/methodology/consultations/quick/")
    walk.shot("consultation", walk.page.locator("form.quick-entry"))


def training(walk: Walk) -> None:
    walk.go("/admin/snippets/methodology/training/")
    title = walk.page.get_by_role("row").filter(has_text="отворено за записване").first
    walk.go(title.get_by_role("link", name="Участници и ход").get_attribute("href") or "")
    walk.shot("training", walk.page.locator("main"))


def panel(walk: Walk, heading: str) -> Any:
    return walk.page.locator("section.w-panel").filter(
        has=walk.page.locator("h2, h3").filter(has_text=re.compile(rf"^\s*{heading}\s*$"))
    )


TASKS: dict[str, Callable[[Walk], None]] = {
    "tablo": start,
    "novina": news,
    "sabitie": event,
    "povtarya-se": recurrence,
    "snimki": photos,
    "zatvaryane": closing,
    "sedmitsa": week,
    "angliyski": english,
    "konsultatsia": consultation,
    "obuchenie": training,
    "tarsene": search,
}


@pytest.fixture(scope="module")
def signed_in(chromium: Any, demo_url: str) -> Any:
    """The cookies of the administrator of the demo, who signs in once for all tasks."""
    context = chromium.new_context(base_url=demo_url, locale="bg-BG")
    page = context.new_page()
    page.goto("/admin/login/")
    words = str(page.locator("main").inner_text())
    page.locator("#id_username").fill("admin")
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    state = context.storage_state()
    context.close()
    return state, words


@pytest.fixture
def walk(open_site: Any, demo_url: str, signed_in: Any) -> Walk:
    """A walk that has just begun: the administrator of the demo has signed in."""
    state, words = signed_in
    begun = Walk(open_site(demo_url, viewport=SIZE, storage_state=state))
    begun.screens.append(folded(words))
    return begun


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
