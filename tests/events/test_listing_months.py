"""A month of the programme: the table, its words, its bounds, its queries."""

import html
import re
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from events_factories import ClosureFactory, published_event

from events.models.month_grid import month_grid, next_month

pytestmark = pytest.mark.django_db


def page_of(client: Any, url: str, status: int = 200) -> Any:
    response = client.get(url)
    assert response.status_code == status
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(element: Any) -> str:
    return re.sub(r"\s+", " ", element.get_text()).strip()


def cell(page: Any, day: str) -> Any:
    return page.select_one(f'table td:has(time[datetime="{day}"])')


def test_a_month_is_a_table_with_a_caption_and_named_columns(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-11/")
    assert words(page.select_one("table > caption")) == "ноември 2026"
    heads = [words(head) for head in page.select('table > thead th[scope="col"]')]
    assert heads == ["понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"]
    assert len(page.select("table td > p > time[datetime]")) == 30
    assert {len(row.select("td")) for row in page.select("table > tbody > tr")} == {7}


def test_each_event_of_a_month_is_a_link_that_says_its_full_date(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-11/")
    link = cell(page, "2026-11-25").select_one("ul a")
    assert words(link).replace("\xa0", " ") == "Клуб по четене, сряда, 25 ноември 2026 г."
    assert link.get("href") == f"{library.club.url}2026-11-25/"
    assert client.get(link.get("href")).status_code == 200


def test_today_and_closed_days_of_a_month_are_marked_with_words(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-11/")
    assert "днес" in words(cell(page, "2026-11-23"))
    assert "днес" not in words(cell(page, "2026-11-24"))
    assert "Затворено" in words(cell(page, "2026-11-26"))
    assert "читатели" in words(cell(page, "2026-11-26"))


def test_a_cancelled_date_of_a_month_says_so(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-12/")
    assert "Отменено" in words(cell(page, "2026-12-02"))
    assert "Отменено" not in words(cell(page, "2026-12-09"))


def test_an_exhibition_stands_under_the_month_once(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-12/")
    links = [link for link in page.select("main a") if words(link) == "Улиците на правия град"]
    assert len(links) == 1
    assert links[0].find_parent("table") is None


def test_filters_and_words_narrow_a_month_and_stay_in_its_links(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-12/?audience=vazrastni")
    assert "Клуб по четене" in words(page)
    assert "Среща с автор" not in words(page)
    links = [link.get("href") for link in page.select('nav[aria-label="Месеци"] a')]
    url = library.programme.url
    assert links == [
        f"{url}mesets/2026-11/?audience=vazrastni",
        f"{url}mesets/2027-01/?audience=vazrastni",
        f"{url}?audience=vazrastni",
    ]


def test_months_end_where_the_events_end(client: Any, programme: Any) -> None:
    published_event(programme, title="Първа", start_date=date(2026, 10, 5))
    published_event(programme, title="Последна", start_date=date(2026, 12, 5))
    url = f"{programme.url}mesets/"
    assert "няма по-ранни събития" in words(page_of(client, f"{url}2026-10/"))
    assert "няма по-късни събития" in words(page_of(client, f"{url}2026-12/"))
    middle = page_of(client, f"{url}2026-11/")
    assert "През този месец няма обявени събития" in words(middle)
    assert middle.select('meta[name="robots"][content="noindex"]')
    assert client.get(f"{url}2026-09/").status_code == 404
    assert client.get(f"{url}2027-01/").status_code == 404


@pytest.mark.parametrize(
    "month", ["2026-00", "2026-13", "0000-01", "9999-12", "1999-12", "2026-1", "2026-011", "٢٠٢٦-١١", "x"]
)
def test_a_month_that_does_not_exist_is_not_found(client: Any, library: Any, month: str) -> None:
    assert client.get(f"{library.programme.url}mesets/{month}/").status_code == 404


def test_a_programme_without_events_has_no_months(client: Any, programme: Any) -> None:
    assert client.get(f"{programme.url}mesets/").status_code == 404
    assert "Като месец" not in client.get(programme.url).content.decode()


def test_an_unknown_filter_of_a_month_is_not_found_and_says_so(client: Any, library: Any) -> None:
    page = page_of(client, f"{library.programme.url}mesets/2026-11/?category=nyama", 404)
    assert "Този филтър не може да се приложи" in words(page)
    assert not page.select("table")


def test_the_list_leads_to_this_month_and_back_with_the_filters(client: Any, library: Any) -> None:
    url = library.programme.url
    body = html.unescape(client.get(f"{url}?category=klub&from=2026-11-24").content.decode())
    assert f'href="{url}mesets/?category=klub"' in body
    answer = client.get(f"{url}mesets/?category=klub&next=//example.org")
    assert (answer.status_code, answer["Location"]) == (302, f"{url}mesets/2026-11/?category=klub")


def test_a_month_is_for_search_engines_unless_it_is_narrowed(client: Any, library: Any) -> None:
    url = f"{library.programme.url}mesets/2026-11/"
    (canonical,) = page_of(client, f"{url}?utm_source=pismo").select('link[rel="canonical"]')
    assert canonical["href"] == f"http://localhost{url}"
    assert page_of(client, f"{url}?q=клуб").select('meta[name="robots"][content="noindex"]')


# What a month asks of the tables of events, when the hours and the words are in memory.
REASONS = (
    "the page",
    "the first day that has an event",
    "the last day that has one",
    "the dates of the month, each with its event in one join",
    "the exhibitions of the month, with the same join",
    "the visiting hours of these",
)


def test_each_query_of_a_month_has_a_reason_whatever_the_data(client: Any, library: Any) -> None:
    url = f"{library.programme.url}mesets/2026-12/"

    def asked() -> list[str]:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    before = asked()
    assert len([sql for sql in before if ' FROM "events_' in sql]) == len(REASONS), "\n".join(before)
    for number in range(10):
        ClosureFactory(start_date=date(2026, 12, 1 + number))
        published_event(library.programme, start_date=date(2026, 12, 1 + number))
        span = {"start_time": None, "end_time": None, "end_date": date(2026, 12, 20 + number)}
        published_event(library.programme, start_date=date(2026, 11, 20), **span)
    assert len(asked()) == len(before)


@pytest.mark.parametrize("month", [date(2026, 2, 1), date(2027, 2, 1), date(2028, 2, 1), date(2026, 12, 1)])
def test_a_month_has_each_of_its_days_once_under_its_weekday(month: date) -> None:
    grid = month_grid(month, [], [], date(2026, 12, 31))
    days = [(cell.date, column) for week in grid.weeks for column, cell in enumerate(week) if cell]
    assert [day for day, _column in days] == sorted({day for day, _column in days})
    assert len(days) == (next_month(month) - month).days
    assert all(day.weekday() == column for day, column in days)
