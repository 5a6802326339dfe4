"""Why a day is open or closed, in words, for visitors: reachable without a script, bounded, not indexed."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation
from events_factories import ClosureFactory, DepartmentFactory, opening_exception, opening_hours
from page_words import text_of

from events.models import Department
from events.timetable import timetable
from events.wording.why import why

pytestmark = pytest.mark.django_db

THURSDAY = date(2026, 11, 26)


def test_a_closed_day_says_its_rule_and_what_holds_otherwise(client: Any, library: Any) -> None:
    words = text_of(client, f"{library.closed_days.url}?day=2026-11-26")
    assert "Четвъртък, 26 ноември 2026 г. затворено" in words.replace("\xa0", " ")
    assert "Неработен ден с читатели – всеки последен четвъртък от месеца" in words
    assert (
        "Какво важи иначе Обичайно работно време: 8:30–18:30 цялата библиотека – "
        "не важи: затварянето е по-силно от часовете на седмицата"
    ) in words


def test_a_department_has_a_trace_of_its_own(client: Any, library: Any) -> None:
    art = Department.objects.get(slug="izkustvo")
    opening_exception(THURSDAY, ("10:00", "12:00"), department=art, reason="Отворена репетиция")
    words = text_of(client, f"{library.closed_days.url}?day=2026-11-26&department=izkustvo")
    assert "Изкуство Четвъртък" in words
    assert "отворено 10:00–12:00 Промяна за деня – Отворена репетиция" in words
    assert "Неработен ден с читатели – всеки последен четвъртък от месеца: затворено" in words
    assert "не важи: за тази дата е решено друго" in words
    assert "Обичайно работно време: 8:30–17:00" in words


def test_a_season_says_that_the_usual_week_gives_way(library: Any) -> None:
    summer = {"valid_from": date(2027, 7, 1), "valid_until": date(2027, 8, 31)}
    opening_hours([(day, "09:00", "16:00") for day in range(5)], name="Лято", **summer)
    told = why(timetable(), date(2027, 7, 1))
    assert told.sentence == "Отворено 9:00–16:00: сезонно работно време – Лято."
    assert [(step.text, step.hours, step.gives_way) for step in told.overruled] == [
        ("обичайно работно време", "8:30–18:30", "не важи: през сезона важат неговите часове")
    ]


def test_two_reasons_of_one_day_are_both_told(library: Any) -> None:
    ClosureFactory(kind="holiday", reason="Ден на град", start_date=THURSDAY)
    told = why(timetable(), THURSDAY)
    assert [step.text for step in told.holding] == [
        "официален празник – Ден на град",
        "неработен ден с читатели – всеки последен четвъртък от месеца",
    ]


def test_the_trace_speaks_english(library: Any) -> None:
    with translation.override("en"):
        told = why(timetable(), THURSDAY, "izkustvo")
    assert told.sentence == "Closed: no service to readers – on the last Thursday of every month."
    assert told.heading == "Thursday, 26 November 2026"
    assert told.overruled[0].gives_way == "does not apply: a closure goes before the hours of the week"


def test_all_departments_of_the_day_stand_beside_it(client: Any, library: Any) -> None:
    page = client.get(f"{library.closed_days.url}?day=2026-11-28").content.decode()
    assert f'href="{library.closed_days.url}?day=2026-11-28&amp;department=izkustvo"' in page
    words = text_of(client, f"{library.closed_days.url}?day=2026-11-28")
    assert "Цялата библиотека 8:30–14:30 Изкуство почивен ден Читалня 8:30–14:30" in words


def test_today_and_every_closed_day_lead_to_their_explanation_without_a_script(
    client: Any, library: Any
) -> None:
    address = f"{library.closed_days.url}?day="
    assert f'href="{address}2026-11-26"' in client.get("/").content.decode()
    assert f'href="{address}today"' in client.get(library.programme.url).content.decode()
    assert f'href="{address}2026-12-31"' in client.get(library.closed_days.url).content.decode()
    department = client.get(f"{library.departments.url}izkustvo/").content.decode()
    assert f'href="{address}2026-11-26&amp;department=izkustvo"' in department
    assert "Понеделник, 23 ноември" in text_of(client, f"{address}today")


def test_days_are_not_for_search_engines(client: Any, library: Any) -> None:
    assert b'name="robots" content="noindex"' in client.get(f"{library.closed_days.url}?day=today").content
    assert b"noindex" not in client.get(library.closed_days.url).content


@pytest.mark.parametrize(
    "query",
    [
        "day=2019-12-31",
        "day=2031-01-01",
        "day=9999-12-31",
        "day=2026-02-30",
        "day=20261126",
        "day=",
        "day=утре",
        "day=%00",
        "day=" + "1" * 5000,
        "day=2026-W48-4",
        "day=today&department=nyama",
        "day=today&department=%00",
    ],
)
def test_a_day_outside_what_is_known_is_not_found_and_says_so(client: Any, library: Any, query: str) -> None:
    words = text_of(client, f"{library.closed_days.url}?{query}", status=404)
    assert "Поправете отбелязаното поле" in words
    assert "За този ден няма сведения" in words or "Няма такъв отдел" in words


def test_a_day_links_to_its_neighbours_inside_the_known_years_only(client: Any, library: Any) -> None:
    first = client.get(f"{library.closed_days.url}?day=2024-01-01").content.decode()
    assert 'rel="next nofollow"' in first
    assert 'rel="prev nofollow"' not in first


def test_an_unknown_department_has_no_calendar(client: Any, library: Any) -> None:
    DepartmentFactory(slug="detski")
    assert client.get(f"{library.closed_days.url}?department=detski").status_code == 200
    assert client.get(f"{library.closed_days.url}?department=nyama").status_code == 404
    assert client.get(f"{library.closed_days.url}2026/?department=nyama").status_code == 404
