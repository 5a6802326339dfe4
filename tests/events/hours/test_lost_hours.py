"""Which time of a day a closure or an exception takes."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.hours import (
    WHOLE_DAY,
    ClosureRule,
    DateException,
    Interval,
    Schedule,
    Week,
    lost_hours,
    resolve,
    words,
)

WEDNESDAY, SUNDAY = date(2026, 11, 25), date(2026, 11, 29)


def hours(*spans: str) -> tuple[Interval, ...]:
    ends = (span.split("-") for span in spans)
    return tuple(Interval(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in ends)


def lost(
    day: date, usual: tuple[str, ...], *special: str, closed: bool = False, excepted: bool = True
) -> str:
    week = Week((hours(*usual),) * 5 + ((), ()))
    exceptions = (DateException(day, hours(*special), "учение"),) if excepted else ()
    closures = (ClosureRule("repair", "ремонт", day),) if closed else ()
    found = lost_hours(resolve(Schedule(week, exceptions=exceptions, closures=closures), day))
    return (
        "all" if found == WHOLE_DAY else ", ".join(f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in found)
    )


USUAL = ("08:30-18:30",)
BREAK = ("08:30-12:30", "13:00-17:00")

DAYS = [
    ("closes early", lost(WEDNESDAY, USUAL, "08:30-15:00"), "15:00-23:59"),
    ("opens late", lost(WEDNESDAY, USUAL, "11:00-18:30"), "00:00-11:00"),
    ("shorter at both ends", lost(WEDNESDAY, USUAL, "10:00-16:00"), "00:00-10:00, 16:00-23:59"),
    ("a hole in the day", lost(WEDNESDAY, USUAL, "08:30-12:00", "14:00-18:30"), "12:00-14:00"),
    ("longer", lost(WEDNESDAY, USUAL, "08:00-22:00"), ""),
    ("longer, but later", lost(WEDNESDAY, USUAL, "10:00-22:00"), "00:00-10:00"),
    ("closed by the exception", lost(WEDNESDAY, USUAL), "all"),
    ("closed on a day of rest", lost(SUNDAY, USUAL), "all"),
    ("open on a day of rest", lost(SUNDAY, USUAL, "10:00-14:00"), ""),
    ("closed by a closure", lost(WEDNESDAY, USUAL, closed=True, excepted=False), "all"),
    (
        "opened for two hours in spite of it",
        lost(WEDNESDAY, USUAL, "10:00-12:00", closed=True),
        "00:00-10:00, 12:00-23:59",
    ),
    ("an ordinary day", lost(WEDNESDAY, USUAL, excepted=False), ""),
    ("an ordinary day of rest", lost(SUNDAY, USUAL, excepted=False), ""),
    ("the afternoon of a broken day", lost(WEDNESDAY, BREAK, "08:30-12:30"), "13:00-23:59"),
    ("the break alone", lost(WEDNESDAY, BREAK, "08:30-17:00"), ""),
]


@pytest.mark.parametrize(("name", "found", "expected"), DAYS, ids=[name for name, *_ in DAYS])
def test_a_day_loses_what_its_usual_hours_have_and_the_new_ones_have_not(
    name: str, found: str, expected: str
) -> None:
    assert found == expected


def test_an_extra_opening_of_the_house_takes_nothing_from_a_department_that_rests() -> None:
    house = Schedule(Week(), exceptions=(DateException(SUNDAY, hours("10:00-14:00")),))
    assert lost_hours(resolve(Schedule(Week(), parent=house), SUNDAY)) == ()


def test_an_early_closing_of_the_house_takes_the_afternoon_of_a_department() -> None:
    house = Schedule(Week((hours(*USUAL),) * 7), exceptions=(DateException(WEDNESDAY, hours("08:30-13:00")),))
    art = Schedule(Week((hours("08:30-17:00"),) * 7), parent=house)
    assert lost_hours(resolve(art, WEDNESDAY)) == (Interval(time(13), time.max),)


@given(
    st.lists(st.integers(0, 47), max_size=6, unique=True),
    st.lists(st.integers(0, 47), max_size=6, unique=True),
)
def test_no_time_is_both_open_and_lost_and_none_of_the_usual_is_forgotten(
    one: list[int], other: list[int]
) -> None:
    usual, special = (_spans(sorted(ends)) for ends in (one, other))
    day = resolve(Schedule(Week((usual,) * 7), exceptions=(DateException(WEDNESDAY, special),)), WEDNESDAY)
    gone = lost_hours(day)
    for minute in range(15, 24 * 60, 30):
        moment = time(minute // 60, minute % 60)
        is_open = any(span.opens <= moment < span.closes for span in day.intervals)
        is_lost = any(span.opens <= moment < span.closes for span in gone)
        was_open = any(span.opens <= moment < span.closes for span in usual)
        assert not (is_open and is_lost)
        assert is_open or is_lost or not was_open


def _spans(ends: list[int]) -> tuple[Interval, ...]:
    moments = [time(half // 2, half % 2 * 30) for half in ends]
    return tuple(Interval(opens, closes) for opens, closes in zip(moments[::2], moments[1::2], strict=False))


def test_the_reason_says_the_hours_that_are_left() -> None:
    said = DateException(WEDNESDAY, hours("08:30-13:00"), "обучение на колегите", "staff training")
    day = resolve(Schedule(Week((hours(*USUAL),) * 7), exceptions=(said,)), WEDNESDAY)
    assert words.loss(day, "bg") == "отворено само 8:30–13:00: обучение на колегите"
    assert words.loss(day, "en") == "open only 8:30–13:00: staff training"
    closed = resolve(
        Schedule(Week((hours(*USUAL),) * 7), exceptions=(DateException(WEDNESDAY, (), "учение"),)), WEDNESDAY
    )
    assert words.loss(closed, "bg") == "затворено: учение"
