"""What visitors read about events, hours and closed days."""

from typing import Any

import pytest
from page_words import text_of

from events.models import EventPage

pytestmark = pytest.mark.django_db


def test_the_programme_is_grouped_by_day_with_today_first(client: Any, library: Any) -> None:
    words = text_of(client, library.programme.url)
    assert "23 днес понеделник ноември 17:30 Среща с автор" in words
    assert words.index("Среща с автор") < words.index("Клуб по четене")


def test_a_closed_day_stands_in_the_programme_with_its_reason(client: Any, library: Any) -> None:
    assert "26 четвъртък ноември Неработен ден с читатели" in text_of(client, library.programme.url)


def test_a_cancelled_date_says_so_and_why(client: Any, library: Any) -> None:
    words = text_of(client, library.programme.url)
    assert "Клуб по четене Отменено – Лекторът е болен" in words


def test_an_exhibition_that_is_on_stands_apart_with_its_last_day(client: Any, library: Any) -> None:
    assert "Изложби Улиците на правия град до 12 декември" in text_of(client, library.programme.url)


@pytest.mark.parametrize(
    ("query", "found", "missing"),
    [
        ("municipality=chirpan", "Среща с автор", "Говорим"),
        ("audience=vazrastni", "Клуб по четене", "Среща с автор"),
        ("category=klub&to=2026-11-24", "Среща с автор", "Клуб по четене Конферентна"),
        ("department=izkustvo", "Улиците на правия град", "Среща с автор"),
        ("from=2026-12-01", "Клуб по четене", "Среща с автор"),
    ],
)
def test_filters_narrow_the_programme(
    client: Any, library: Any, query: str, found: str, missing: str
) -> None:
    words = text_of(client, f"{library.programme.url}?{query}")
    assert found in words
    assert missing not in words


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("category=nyama-takava", "Няма такава стойност"),
        ("municipality=chirpan%00", "Няма такава стойност"),
        ("from=2026-02-30", "Няма такава дата"),
        ("from=20261131", "Няма такава дата"),
        ("from=9999-01-01", "Няма такава дата"),
        ("from=2026-12-02&to=2026-12-01", "Крайната дата е преди началната"),
        ("audience=" + "ъ" * 5000, "Няма такава стойност"),
    ],
)
def test_an_unknown_filter_is_not_found_and_says_what_is_wrong(
    client: Any, library: Any, query: str, message: str
) -> None:
    words = text_of(client, f"{library.programme.url}?{query}", status=404)
    assert message in words
    assert "Среща с автор" not in words


@pytest.mark.parametrize("page", ["0", "-1", "99", "abc", "1e3", "999999999999", "²", "%00"])
def test_a_page_beyond_the_list_is_not_found(client: Any, library: Any, page: str) -> None:
    assert client.get(f"{library.programme.url}?page={page}").status_code == 404


def test_an_empty_answer_to_filters_is_not_for_search_engines(client: Any, library: Any) -> None:
    nothing = client.get(f"{library.programme.url}?municipality=chirpan&audience=vazrastni")
    everything = client.get(library.programme.url)
    assert b'name="robots" content="noindex"' in nothing.content
    assert b"noindex" not in everything.content


def test_the_archive_shows_past_events_by_year(client: Any, library: Any, monday: Any) -> None:
    monday.move_to("2027-03-01T08:00:00+00:00")
    assert "Минали събития, 2027 г." in text_of(client, f"{library.programme.url}arhiv/")
    archive = text_of(client, f"{library.programme.url}arhiv/2026/")
    assert "23 ноември 2026 г. Среща с автор" in archive.replace("\xa0", " ")


@pytest.mark.parametrize("path", ["arhiv/1999/", "arhiv/0/", "arhiv/99999/", "arhiv/2026-11/", "nyama/"])
def test_an_archive_of_a_year_without_events_is_not_found(client: Any, library: Any, path: str) -> None:
    assert client.get(f"{library.programme.url}{path}").status_code == 404


def test_an_event_says_when_it_repeats_where_and_for_whom(client: Any, library: Any) -> None:
    words = text_of(client, library.club.url)
    assert "Всяка сряда, 18:00–19:30" in words
    assert "Къде Конферентна зала За кого за възрастни Вход вход свободен" in words


def test_an_event_lists_twelve_coming_dates_and_links_to_the_rest(client: Any, library: Any) -> None:
    words = text_of(client, library.club.url)
    assert words.count("18:00–19:30") == 13
    assert "Всички предстоящи дати" in words
    everything = client.get(f"{library.club.url}?dates=all")
    assert everything.content.decode().count("18:00–19:30") > 100
    assert b"noindex" in everything.content


def test_an_exhibition_has_its_opening_beside_its_days(client: Any, library: Any) -> None:
    words = text_of(client, library.exhibition.url)
    assert "10 ноември – 12 декември 2026" in words
    assert "Откриване: вторник, 10 ноември 2026" in words


def test_each_date_has_an_address_of_its_own(client: Any, library: Any) -> None:
    words = text_of(client, f"{library.club.url}2026-12-02/")
    assert "сряда, 2 декември 2026" in words
    assert "Отменено – Лекторът е болен" in words
    assert client.get(f"{library.club.url}2026-12-03/").status_code == 404


def test_the_home_page_says_until_when_we_are_open_and_who_differs(client: Any, library: Any) -> None:
    words = text_of(client, "/")
    assert "понеделник, 23 ноември 2026 г. Днес сме отворени до 18:30 ч." in words
    assert "С друго работно време днес: Изкуство – 8:30–17:00" in words
    assert "Библиотеката не обслужва читатели в четвъртък, 26 ноември: неработен ден с читатели" in words


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-23T05:00:00+00:00", "Сега е затворено . Отваряме днес в 8:30 ч."),
        ("2026-11-23T19:00:00+00:00", "Сега е затворено . Отваряме утре в 8:30 ч."),
        ("2026-11-26T10:00:00+00:00", "Днес е затворено . Отваряме утре в 8:30 ч."),
        ("2026-11-28T15:00:00+00:00", "Сега е затворено . Отваряме в понеделник в 8:30 ч."),
        ("2026-11-28T10:00:00+00:00", "Днес сме отворени до 14:30 ч."),
    ],
)
def test_the_home_page_says_when_we_open_again(
    client: Any, library: Any, monday: Any, now: str, said: str
) -> None:
    monday.move_to(now)
    assert said in text_of(client, "/")


def test_every_page_says_whether_we_are_open_and_the_usual_hours(client: Any, library: Any) -> None:
    words = text_of(client, library.programme.url)
    assert "отворено до 18:30" in words
    assert "понеделник – петък 8:30–18:30 събота 8:30–14:30 Изкуство: понеделник – петък 8:30–17:00" in words


def test_the_closed_day_calendar_opens_with_the_next_closed_day(client: Any, library: Any) -> None:
    words = text_of(client, library.closed_days.url)
    assert "Библиотеката не обслужва читатели в четвъртък, 26 ноември: неработен ден с читатели." in words


def test_the_year_sheet_has_twelve_tables_that_say_why(client: Any, library: Any) -> None:
    page = client.get(f"{library.closed_days.url}2027/").content.decode()
    assert page.count("<table") == 12
    assert page.count(": неработен ден с читатели</span>") == 12


@pytest.mark.parametrize("year", ["1989", "2101", "2040", "0", "99999"])
def test_a_sheet_of_a_year_without_data_is_not_found(client: Any, library: Any, year: str) -> None:
    assert client.get(f"{library.closed_days.url}{year}/").status_code == 404


def test_a_department_shows_its_week_and_its_events(client: Any, library: Any) -> None:
    words = text_of(client, f"{library.departments.url}izkustvo/")
    assert "отворено до 17:00" in words
    assert "събота почивен ден" in words
    assert "Улиците на правия град" in words
    assert client.get(f"{library.departments.url}nyama/").status_code == 404


def test_a_department_without_hours_follows_the_library(client: Any, library: Any) -> None:
    words = text_of(client, f"{library.departments.url}chitalnya/")
    assert "отворено до 18:30" in words
    assert "По работното време на библиотеката." in words


def test_a_withdrawn_event_leaves_the_programme(client: Any, library: Any) -> None:
    EventPage.objects.get(pk=library.meeting.pk).unpublish()
    assert "Среща с автор" not in text_of(client, library.programme.url)


def test_an_empty_programme_says_so_kindly(client: Any, programme: Any) -> None:
    assert "В момента няма обявени събития" in text_of(client, programme.url)
