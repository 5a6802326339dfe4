"""What stands above every page: closures of today and tomorrow, and announcements from their day on."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation
from events_factories import ClosureFactory, last_thursday, opening_exception

from events.announcements import Line, banner_lines, version_of
from events.models import Department
from events.timetable import timetable

pytestmark = pytest.mark.django_db

WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)


def lines(today: date) -> list[str]:
    return [
        f"{line.word}, {line.text}" if line.day else line.text for line in banner_lines(timetable(), today)
    ]


def test_a_day_without_anything_near_has_no_banner(client: Any, library: Any) -> None:
    assert lines(date(2026, 11, 23)) == []
    assert b"data-banner" not in client.get("/").content


def test_tomorrows_and_todays_closure_stand_above_every_page(client: Any, library: Any, monday: Any) -> None:
    assert lines(WEDNESDAY) == [
        "Утре, 26 ноември, библиотеката не обслужва читатели: неработен ден с читатели."
    ]
    assert lines(THURSDAY) == [
        "Днес, 26 ноември, библиотеката не обслужва читатели: неработен ден с читатели."
    ]
    monday.move_to("2026-11-25T10:00:00+00:00")
    for url in ("/", library.programme.url, f"{library.departments.url}izkustvo/"):
        page = client.get(url).content.decode()
        assert '<strong data-relative="2026-11-26">Утре</strong>' in page
        assert 'data-until="2026-11-26"' in page


def test_the_banner_speaks_english(library: Any) -> None:
    with translation.override("en"):
        assert lines(THURSDAY) == [
            "Today, 26 November, the library does not serve readers: no service to readers."
        ]


def test_departments_that_are_closed_or_open_all_the_same_are_named(library: Any) -> None:
    art = Department.objects.get(slug="izkustvo")
    ClosureFactory(start_date=WEDNESDAY, departments=[art], reason="Ремонт")
    opening_exception(THURSDAY, ("10:00", "12:00"), department=art)
    assert lines(WEDNESDAY) == [
        "Днес, 25 ноември, не обслужват читатели: Изкуство (Ремонт).",
        "Утре, 26 ноември, библиотеката не обслужва читатели, освен Изкуство: неработен ден с читатели.",
    ]


@pytest.mark.parametrize(
    ("today", "seen"),
    [
        (date(2026, 11, 23), False),
        (date(2026, 11, 24), True),
        (date(2026, 12, 1), True),
        (date(2026, 12, 4), True),
        (date(2026, 12, 5), False),
    ],
)
def test_an_announcement_is_seen_from_its_day_to_the_last_closed_one(
    library: Any, today: date, seen: bool
) -> None:
    ClosureFactory(
        start_date=date(2026, 12, 1),
        end_date=date(2026, 12, 4),
        announcement="Боядисваме читалнята.",
        announce_from=date(2026, 11, 24),
    )
    assert ("Боядисваме читалнята." in lines(today)) is seen


def test_without_a_day_of_its_own_an_announcement_is_seen_from_the_day_before(library: Any) -> None:
    last_thursday(announcement="Връщане в кутията до входа.", start_date=date(2026, 12, 1))
    told = [
        day for day in range(23, 32) if lines(date(2026, 12, day))[-1:] == ["Връщане в кутията до входа."]
    ]
    assert told == [30, 31]


def test_a_reader_who_closed_the_banner_sees_it_again_only_when_its_content_changes() -> None:
    before = [Line("26 ноември, затворено.", THURSDAY, "Утре", THURSDAY)]
    same = [Line("26 ноември, затворено.", THURSDAY, "Днес", THURSDAY)]
    changed = [*before, Line("Боядисваме читалнята.")]
    assert version_of(before) == version_of(same)
    assert version_of(before) != version_of(changed)


def test_an_announcement_is_escaped(client: Any, library: Any, monday: Any) -> None:
    ClosureFactory(start_date=date(2026, 11, 24), announcement="<script>alert(1)</script> & още")
    page = client.get("/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; още" in page
