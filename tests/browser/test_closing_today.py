"""The library is closed from a phone in three taps, and the week is filled in with nothing but a keyboard."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from events_factories import opening_hours
from pages_factories import create_site
from playwright.sync_api import Page, expect

from events.hours import resolve
from events.models import Closure, ClosureTemplate, OpeningHours
from events.timetable import timetable

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
FINGER = 44


@pytest.fixture
def library(transactional_db: None, root: Any, django_user_model: Any) -> None:
    """Open at every hour of every day, so that the test may run whenever it likes."""
    create_site()
    opening_hours([(day, "00:00", "23:59") for day in range(7)])
    ClosureTemplate.objects.all().delete()
    words = {"reason": "няма вода", "reason_en": "no water", "announcement": "Днес е затворено: няма вода."}
    ClosureTemplate.objects.create(name="Няма ток или вода", **words)
    django_user_model.objects.create_superuser("redaktor", password="lipite-cvetyat")


def sign_in(page: Page) -> None:
    page.goto("/admin/login/")
    page.fill("#id_username", "redaktor")
    page.fill("#id_password", "lipite-cvetyat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


@pytest.fixture
def phone(open_site: Any, live_server: Any, library: None) -> Page:
    page: Page = open_site(live_server.url, **PHONE)
    sign_in(page)
    return page


def is_open_today() -> bool:
    return resolve(timetable().library, date.today()).is_open


def tap(page: Page, name: str, role: str = "link") -> None:
    """Tap what is large enough for a finger."""
    target = page.get_by_role(role, name=name, exact=True).first  # type: ignore[arg-type]
    box = target.bounding_box()
    assert box is not None
    assert box["height"] >= FINGER, name
    target.tap()


def picture(page: Page, tmp_path: Path, name: str) -> None:
    """Look that nothing of the screen sticks out of the phone, and keep what it looks like."""
    width = page.evaluate("document.querySelector('main').scrollWidth")
    assert width <= 360, name
    page.screenshot(path=tmp_path / f"{name}.png", full_page=True)


def test_three_taps_close_the_library_and_one_opens_it_again(phone: Page, tmp_path: Path) -> None:
    tap(phone, "Затваряме днес")
    phone.wait_for_url("**/close-today/")
    picture(phone, tmp_path, "templates")
    tap(phone, "Няма ток или вода")
    expect(phone.get_by_text("Цялата библиотека: 0:00–23:59")).to_be_visible()
    picture(phone, tmp_path, "confirm")
    tap(phone, "Затвори", "button")
    phone.wait_for_url("**/closed-today/**")
    picture(phone, tmp_path, "done")
    assert Closure.objects.get().reason == "няма вода"
    assert not is_open_today()
    tap(phone, "Оттегли затварянето", "button")
    phone.wait_for_url("**/admin/")
    assert Closure.objects.get().state == "withdrawn"
    assert is_open_today()


def tab_to(page: Page, selector: str, most: int = 150) -> None:
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The keyboard does not reach {selector}")


def write(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


def test_a_week_is_filled_in_copied_and_saved_by_keyboard_only(
    live_page: Page, library: None, axe: Any
) -> None:
    sign_in(live_page)
    live_page.goto("/admin/snippets/events/openinghours/add/")
    write(live_page, "#id_name", "Лято 2031")
    write(live_page, "#id_valid_from", "01.07.2031")
    live_page.keyboard.press("Escape")
    write(live_page, "#id_valid_until", "31.08.2031")
    live_page.keyboard.press("Escape")
    write(live_page, "#id_day_0", "8:30-12:30, 13")
    tab_to(live_page, "[aria-controls=id_day_0-copy]")
    live_page.keyboard.press("Enter")
    expect(live_page.locator("#id_day_0-copy")).to_be_visible()
    tab_to(live_page, "#id_day_0-copy [data-do]")
    live_page.keyboard.press("Enter")
    expect(live_page.locator("[data-week-grid] [data-said]")).to_have_text(
        "Копирано: вторник, сряда, четвъртък, петък."
    )
    expect(live_page.locator("#id_day_4")).to_have_value("8:30-12:30, 13")
    expect(live_page.locator("#id_day_5")).to_have_value("")
    expect(live_page.locator("[aria-controls=id_day_0-copy]")).to_be_focused()

    save(live_page)
    expect(live_page.locator("#id_day_0-errors")).to_contain_text("не се чете като часове")
    expect(live_page.locator("#id_day_3")).to_have_value("8:30-12:30, 13")
    grid = [line for line in axe(live_page) if "day_" in line or "week-grid" in line]
    assert grid == []
    for day in range(5):
        tab_to(live_page, f"#id_day_{day}")
        live_page.keyboard.press("End")
        live_page.keyboard.type("–18")
    save(live_page)
    live_page.wait_for_url("**/openinghours/")
    saved = OpeningHours.objects.get(name="Лято 2031").intervals.order_by("weekday", "opens")
    assert [row.weekday for row in saved] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert {(row.opens, row.closes) for row in saved} == {
        (time(8, 30), time(12, 30)),
        (time(13), time(18)),
    }


def save(page: Page) -> None:
    tab_to(page, ".action-save", 400)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_copying_is_taken_back_by_a_button(live_page: Page, library: None) -> None:
    sign_in(live_page)
    live_page.goto("/admin/snippets/events/openinghours/add/")
    live_page.fill("#id_day_0", "9-17")
    live_page.fill("#id_day_2", "10-12")
    live_page.locator("[aria-controls=id_day_0-copy]").click()
    live_page.locator("#id_day_0-copy [data-do]").click()
    expect(live_page.locator("#id_day_2")).to_have_value("9-17")
    live_page.locator("[data-week-grid] [data-undo]").click()
    expect(live_page.locator("#id_day_2")).to_have_value("10-12")
    expect(live_page.locator("#id_day_1")).to_have_value("")


def test_without_a_script_the_week_is_seven_plain_fields(
    open_site: Any, live_server: Any, library: None
) -> None:
    page: Page = open_site(live_server.url, java_script_enabled=False)
    page.goto("/admin/login/")
    page.fill("#id_username", "redaktor")
    page.fill("#id_password", "lipite-cvetyat")
    page.locator("button[type=submit]").first.click()
    page.goto("/admin/snippets/events/openinghours/add/")
    assert page.locator("[data-week-grid] [data-hours]").count() == 7
    assert not page.locator("[data-week-grid] [data-open]").first.is_visible()
