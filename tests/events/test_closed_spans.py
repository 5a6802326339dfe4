"""Closed days in a row are told as one, and the page carries its coming hours."""

import json
from datetime import date, datetime, timedelta

import pytest
from django.utils import translation
from hours_samples import week

from events.closed_spans import closed_spans
from events.coming_hours import DAYS, coming_hours
from events.hours import Schedule
from events.recurrence import localise
from events.today import ClosedRow

MONDAY = date(2026, 11, 23)


def row(day: int, reason: str = "ремонт", departments: str = "") -> ClosedRow:
    return ClosedRow(date(2026, 12, day), reason, departments, "")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([row(1)], [(1, 1)]),
        ([row(1), row(2), row(3)], [(1, 3)]),
        ([row(1), row(3)], [(1, 1), (3, 3)]),
        ([row(1), row(2, "празник"), row(3)], [(1, 1), (2, 2), (3, 3)]),
        ([row(1), row(1, departments="Изкуство"), row(2), row(2, departments="Изкуство")], [(1, 2), (1, 2)]),
    ],
    ids=["none", "one", "a row", "a gap", "another reason", "two at once"],
)
def test_days_that_follow_each_other_for_one_reason_are_one_span(
    rows: list[ClosedRow], expected: list[tuple[int, int]]
) -> None:
    assert [(span.first.day, span.last.day) for span in closed_spans(rows)] == expected


def test_no_closed_day_is_lost_or_told_twice() -> None:
    rows = [row(day, reason) for day, reason in ((1, "а"), (2, "а"), (2, "б"), (3, "а"), (5, "а"))]
    told = [
        (span.first + timedelta(days=number), span.reason)
        for span in closed_spans(rows)
        for number in range((span.last - span.first).days + 1)
    ]
    assert sorted(told) == sorted((one.date, one.reason) for one in rows)


def test_the_coming_hours_hold_two_weeks_and_the_next_open_day() -> None:
    schedule = Schedule(regular=week("8:30-12:00 13:00-18:30", saturday="8:30-14:30"))
    coming = json.loads(coming_hours(schedule, MONDAY, 7))
    days = coming["days"]
    assert coming["version"] == 7
    assert [day["date"] for day in days] == [
        (MONDAY + timedelta(days=ahead)).isoformat() for ahead in range(DAYS + 1)
    ]
    assert (days[1]["on"], days[1]["onDate"], days[1]["name"]) == (
        "във вторник",
        "на 24 ноември",
        "24 ноември",
    )
    opens = int(localise(datetime(2026, 11, 24, 8, 30)).timestamp())
    assert days[1]["open"] == [
        ["8:30", "12:00", opens, opens + 12600],
        ["13:00", "18:30", opens + 16200, opens + 36000],
    ]
    assert days[6]["open"] == []


def test_the_coming_hours_speak_the_language_of_the_page() -> None:
    with translation.override("en"):
        coming = json.loads(coming_hours(Schedule(), MONDAY))
    assert coming["days"][0]["name"] == "23 November"
    assert coming["words"]["at"] == "{day} at {time}"
