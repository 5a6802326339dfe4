"""Open now, right in a browser that got its page from a cache an hour ago; the year printed on one sheet."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from events_factories import (
    ClosedDayCalendarPageFactory,
    ClosureFactory,
    DepartmentFactory,
    DepartmentIndexPageFactory,
    last_thursday,
    library_hours,
    opening_hours,
)
from pages_factories import create_site
from pypdf import PdfReader

from events import timetable
from events.recurrence import localise

pytestmark = pytest.mark.django_db(transaction=True)

CLOSES, OPENS = datetime(2026, 11, 23, 18, 30), datetime(2026, 11, 24, 8, 30)
Cached = Callable[[str, datetime, datetime], Any]


@pytest.fixture
def library(live_page: Any) -> Any:
    """A library with a week, a department of its own and the last Thursday."""
    timetable._held.clear()
    home = create_site().home
    library_hours()
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], art)
    last_thursday()
    ClosedDayCalendarPageFactory(parent=home)
    return DepartmentIndexPageFactory(parent=home)


@pytest.fixture
def from_cache(live_page: Any, library: Any) -> Cached:
    """Open a page as the server made it at one time, in a browser whose clock shows another."""

    def open_page(path: str, made: datetime, read: datetime) -> Any:
        with time_machine.travel(localise(made), tick=False):
            body = Client().get(path).content.decode()
        live_page.route(
            lambda url: url.endswith(path),
            lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"),
        )
        live_page.clock.set_fixed_time(localise(read))
        live_page.goto(path)
        return live_page

    return open_page


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("read", "said", "note"),
    [
        (CLOSES - minutes(61), "Днес сме отворени до 18:30 ч.", ""),
        (CLOSES - minutes(45), "Днес сме отворени до 18:30 ч.", "Затваряме след 45 минути."),
        (CLOSES - minutes(1), "Днес сме отворени до 18:30 ч.", "Затваряме след 1 минута."),
        (CLOSES, "Сега е затворено. Отваряме утре в 8:30 ч.", ""),
        (CLOSES + minutes(1), "Сега е затворено. Отваряме утре в 8:30 ч.", ""),
    ],
    ids=["before the last hour", "in the last hour", "in the last minute", "on closing", "after closing"],
)
def test_the_home_page_from_an_hour_ago_is_right_around_closing(
    from_cache: Cached, read: datetime, said: str, note: str
) -> None:
    page = from_cache("/", read - minutes(60), read)
    assert said in " ".join(page.locator("h1").inner_text().split())
    assert page.locator(".today [data-last-hour]").inner_text().strip() == note


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (OPENS - minutes(1), "затворено – отваря днес в 8:30"),
        (OPENS + minutes(1), "отворено до 17:00"),
        (datetime(2026, 11, 24, 16, 59), "отворено до 17:00"),
        (datetime(2026, 11, 24, 17, 1), "затворено – отваря утре в 8:30"),
        (datetime(2026, 11, 26, 0, 20), "затворено днес: неработен ден с читатели"),
    ],
    ids=[
        "before opening",
        "after opening",
        "before closing",
        "after closing",
        "after midnight, on a closed day",
    ],
)
def test_a_department_from_an_hour_ago_is_right_too(from_cache: Cached, read: datetime, said: str) -> None:
    page = from_cache("/otdeli-i-uslugi/izkustvo/", read - minutes(60), read)
    assert page.locator("main [data-says]").inner_text().strip() == said


def test_after_midnight_the_page_shows_the_new_date_and_no_words_of_yesterday(from_cache: Cached) -> None:
    page = from_cache("/", datetime(2026, 11, 23, 23, 40), datetime(2026, 11, 24, 0, 40))
    assert page.locator("h1 time").inner_text().casefold().startswith("вторник, 24 ноември 2026")
    assert "Отваряме днес в 8:30" in page.locator("h1").inner_text()
    assert page.locator(".week .is-current dt").inner_text().startswith("вторник")
    assert page.locator("[data-of-today]:visible").count() == 0


def test_without_a_script_the_page_says_the_hours_with_their_date(
    open_site: Any, live_server: Any, library: Any
) -> None:
    with time_machine.travel(localise(datetime(2026, 11, 23, 17, 45)), tick=False):
        body = Client().get("/").content.decode()
    page = open_site(live_server.url, java_script_enabled=False)
    page.route("**/", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto("/")
    assert "понеделник, 23 ноември 2026" in page.locator("h1").inner_text().casefold()
    assert page.locator(".today [data-last-hour]").inner_text() == "Последен час: затваряме в 18:30 ч."


def test_a_message_for_tomorrow_becomes_one_for_today_and_goes(from_cache: Cached) -> None:
    made = datetime(2026, 11, 25, 23, 30)
    assert from_cache("/", made, made).locator(".banner strong").inner_text() == "Утре"
    assert (
        from_cache("/", made, datetime(2026, 11, 26, 0, 30)).locator(".banner strong").inner_text() == "Днес"
    )
    assert not from_cache("/", made, datetime(2026, 11, 27, 0, 30)).locator(".banner").is_visible()


def test_the_messages_are_read_out_politely_once_and_without_their_links(from_cache: Cached) -> None:
    morning = datetime(2026, 11, 26, 9)
    page = from_cache("/", morning, morning)
    status = page.locator(".banner [role=status]")
    page.wait_for_function("document.querySelector('.banner [role=status]').textContent")
    assert status.text_content() == (
        "Днес, 26 ноември, библиотеката не обслужва читатели: неработен ден с читатели."
    )
    assert page.locator(".banner [aria-live=assertive], .banner [role=alert]").count() == 0
    told = page.evaluate("sessionStorage.getItem('banner-read-out')")
    assert told == page.locator(".banner").get_attribute("data-banner")


def test_a_closed_message_stays_closed_until_its_content_changes(from_cache: Cached) -> None:
    morning = datetime(2026, 11, 26, 9)
    page = from_cache("/", morning, morning)
    page.get_by_role("button", name="Скрийте").click()
    assert not page.locator(".banner").is_visible()
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.context.cookies() == []
    assert not from_cache("/", morning, morning).locator(".banner").is_visible()
    ClosureFactory(start_date=date(2026, 11, 27), reason="Учение")
    assert from_cache("/", morning + minutes(5), morning + minutes(5)).locator(".banner").is_visible()


@pytest.mark.parametrize(
    "path", ["/nerabotni-dni/", "/nerabotni-dni/?department=izkustvo", "/en/closed-days/"]
)
def test_the_year_is_printed_on_one_sheet(demo_page: Any, path: str) -> None:
    demo_page.goto(path)
    reader = PdfReader(io.BytesIO(demo_page.pdf(prefer_css_page_size=True)))
    assert len(reader.pages) == 1
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    words = " ".join(reader.pages[0].extract_text().split())
    english = path.startswith("/en/")
    assert ("December" if english else "декември") in words
    assert ("As of" if english else "Състояние към") in words
