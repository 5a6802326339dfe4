"""An editor makes a series and moves one of its dates with nothing but a keyboard."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from events_factories import EventIndexPageFactory, last_thursday
from pages_factories import create_site
from playwright.sync_api import Page, expect

from events.models import EventPage
from events.recurrence import Rule, to_wall
from pages.bulgarian import dates

LAST_THURSDAY = Rule.parse("FREQ=MONTHLY;BYDAY=-1TH")


@pytest.fixture
def programme(transactional_db: None, root: Any) -> Any:
    programme = EventIndexPageFactory(parent=create_site().home)
    last_thursday()
    return programme


@pytest.fixture
def form(live_page: Page, live_server: Any, programme: Any, django_user_model: Any) -> Page:
    """The form of a new event, opened by an editor who has logged in."""
    django_user_model.objects.create_superuser("redaktor", password="lipite-cvetyat")
    live_page.goto("/admin/login/")
    write(live_page, "#id_username", "redaktor")
    write(live_page, "#id_password", "lipite-cvetyat")
    live_page.keyboard.press("Enter")
    live_page.wait_for_url("**/admin/")
    live_page.goto(f"/admin/pages/add/events/eventpage/{programme.pk}/")
    return live_page


def tab_to(page: Page, selector: str, most: int = 150) -> None:
    """Press Tab until an element has the focus; a person without a mouse has no other way."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The keyboard does not reach {selector}")


def write(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


def choose_last_thursday(page: Page, first: date) -> None:
    write(page, "#id_title", "Клуб по четене")
    write(page, "#id_start_date", f"{first:%d.%m.%Y}")
    write(page, "#id_start_time", "18:00")
    write(page, "#id_end_time", "19:30")
    tab_to(page, "[name=recurrence_frequency]")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    write(page, "[name=recurrence_weekdays][value=TH]", " ")
    write(page, "[name=recurrence_nth][value='-1']", " ")


def test_last_thursday_is_made_and_one_date_is_moved_by_keyboard_only(form: Page) -> None:
    today = date.today()
    first, second, *_ = LAST_THURSDAY.next_dates(today + timedelta(days=1), today + timedelta(days=1), 12)
    choose_last_thursday(form, first)
    live = form.locator("[data-live]")
    expect(live).to_contain_text("Всеки последен четвъртък от месеца, 18:00–19:30")
    rows = form.locator("tr[data-date]")
    expect(rows).to_have_count(12)
    expect(rows.nth(0)).to_contain_text(dates.long_date(first))
    expect(rows.nth(0)).to_contain_text("затворено: неработен ден с читатели")

    tab_to(form, "tr[data-date]:nth-child(2) [data-do=move]")
    form.keyboard.press("Enter")
    expect(form.locator("dialog[open]")).to_contain_text(dates.long_date(second))
    moved = second + timedelta(days=1)
    form.keyboard.type(f"{moved:%d.%m.%Y}")
    tab_to(form, "[data-field=place]")
    form.keyboard.type("Конферентна зала")
    form.keyboard.press("Enter")
    expect(form.locator("dialog[open]")).to_have_count(0)
    expect(form.locator("[data-said]")).to_contain_text(f"Преместена: {moved:%d.%m.%Y} 18:00")
    expect(rows.nth(1)).to_contain_text(f"преместена от четвъртък, {dates.long_date(second)}")
    expect(rows.nth(1).locator("[data-do=move]")).to_be_focused()

    tab_to(form, ".action-save", 400)
    # Autosave has given the page its address already: only the answer to the form tells that it is saved.
    with form.expect_navigation():
        form.keyboard.press("Enter")
    event = EventPage.objects.get().get_latest_revision_as_object()
    assert event.recurrence == "FREQ=MONTHLY;BYDAY=-1TH"
    change = event.changes.get()
    assert (change.kind, change.location) == ("moved", "Конферентна зала")
    assert to_wall(change.recurrence_id).date() == second
    assert to_wall(change.new_start) == datetime.combine(moved, datetime.min.time().replace(hour=18))


def test_a_date_is_cancelled_and_restored_and_a_start_is_aligned_by_keyboard_only(form: Page) -> None:
    today = date.today()
    first, *_ = LAST_THURSDAY.next_dates(today + timedelta(days=2), today + timedelta(days=2), 1)
    choose_last_thursday(form, first - timedelta(days=1))
    expect(form.locator("[data-align]")).to_have_text(f"Премести началото на {first:%d.%m.%Y}")
    tab_to(form, "[data-align]")
    form.keyboard.press("Enter")
    expect(form.locator("#id_start_date")).to_have_value(f"{first:%d.%m.%Y}")
    expect(form.locator("#id_start_date")).to_be_focused()
    expect(form.locator("[data-aligned]")).to_be_hidden()

    row = form.locator("tr[data-date]").first
    tab_to(form, "tr[data-date]:first-child [data-do=cancel]")
    form.keyboard.press("Enter")
    form.keyboard.type("Лекторът е болен")
    form.keyboard.press("Enter")
    expect(row).to_contain_text("отменено: Лекторът е болен")
    expect(row.locator("[data-do=restore]")).to_be_focused()
    form.keyboard.press("Enter")
    expect(row).not_to_contain_text("отменено")
    expect(row.locator("[data-do=cancel]")).to_be_focused()
    expect(form.locator("[data-said]")).to_contain_text("Върната")


def test_questions_that_do_not_apply_are_hidden_and_keep_their_answers(form: Page) -> None:
    month_day = form.locator("[name=recurrence_month_day]")
    count = form.locator("[name=recurrence_count]")
    expect(month_day).to_be_hidden()
    tab_to(form, "[name=recurrence_frequency]")
    for _ in range(3):
        form.keyboard.press("ArrowDown")
    expect(month_day).to_be_visible()
    expect(count).to_be_hidden()
    tab_to(form, "[name=recurrence_ends]")
    form.keyboard.press("ArrowDown")
    form.keyboard.press("ArrowDown")
    expect(count).to_be_visible()
    write(form, "[name=recurrence_count]", "5")
    form.keyboard.press("Shift+Tab")
    form.keyboard.press("ArrowUp")
    expect(count).to_be_hidden()
    expect(count).to_have_value("5")
