import time as stopwatch
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hours_samples import ART, LIBRARY, LIBRARY_WEEK

from events.hours import (
    MAX_INTERVALS,
    MAX_SPAN,
    ClosureRule,
    DateException,
    HoursError,
    Interval,
    Schedule,
    Season,
    Week,
    proposed_holidays,
    resolve,
    span,
    state_at,
    validate_intervals,
    working_day_after,
)
from events.recurrence import Rule, UnsupportedRule

D, T = date, time

ROWS = {
    "one interval": ([(T(8, 30), T(18, 30))], []),
    "no interval": ([], []),
    "a break": ([(T(8), T(12)), (T(13), T(18))], []),
    "intervals that touch": ([(T(8), T(12)), (T(12), T(18))], []),
    "in any order": ([(T(13), T(18)), (T(8), T(12))], []),
    "no length": ([(T(8), T(8))], [("empty", 0)]),
    "backwards": ([(T(18), T(8))], [("end-before-start", 0)]),
    "over midnight": ([(T(20), T(2))], [("over-midnight", 0)]),
    "until midnight": ([(T(20), T(0))], [("over-midnight", 0)]),
    "an overlap": ([(T(8), T(12)), (T(11), T(18))], [("overlap", 1)]),
    "one inside another": ([(T(9), T(10)), (T(8), T(12))], [("overlap", 0)]),
    "an overlap with the one before the last": (
        [(T(8), T(18)), (T(9), T(10)), (T(17), T(19))],
        [("overlap", 1), ("overlap", 2)],
    ),
    "the same twice": ([(T(8), T(12)), (T(8), T(12))], [("overlap", 1)]),
    "two mistakes": (
        [(T(12), T(8)), (T(13), T(18)), (T(14), T(15))],
        [("end-before-start", 0), ("overlap", 2)],
    ),
    "too many": ([(T(n), T(n, 30)) for n in range(9)], [("too-many", MAX_INTERVALS)]),
}

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "an interval that ends before it starts": (lambda: Interval(T(18), T(8)), "end-before-start"),
    "an interval without length": (lambda: Interval(T(8), T(8)), "empty"),
    "an interval over midnight": (lambda: Interval(T(20), T(0)), "over-midnight"),
    "a week of six days": (lambda: Week(((),) * 6), "week"),
    "a term that never ends": (lambda: working_day_after(Schedule(), D(2026, 2, 2), 3), "working-days"),
    "a season that ends before it starts": (
        lambda: Season(D(2026, 2, 2), D(2026, 2, 1), LIBRARY_WEEK),
        "period",
    ),
    "a closure that ends before it starts": (
        lambda: ClosureRule("other", "", D(2026, 2, 2), D(2026, 2, 1)),
        "period",
    ),
    "a span that ends before it starts": (lambda: span(LIBRARY, D(2026, 2, 2), D(2026, 2, 1)), "period"),
    "a span of 401 days": (lambda: span(LIBRARY, D(2026, 1, 1), D(2026, 1, 1) + timedelta(MAX_SPAN)), "span"),
    "a day of 1989": (lambda: resolve(LIBRARY, D(1989, 12, 31)), "year"),
    "a day of 2101": (lambda: resolve(LIBRARY, D(2101, 1, 1)), "year"),
    "the first day of all": (lambda: resolve(LIBRARY, date.min), "year"),
    "the last day of all": (lambda: resolve(LIBRARY, date.max), "year"),
    "an instant of 2101": (lambda: state_at(LIBRARY, datetime(2101, 1, 1, 12, tzinfo=UTC)), "year"),
    "holidays of 1989": (lambda: proposed_holidays(1989), "year"),
    "holidays of 2101": (lambda: proposed_holidays(2101), "year"),
}


@pytest.mark.parametrize(("rows", "expected"), ROWS.values(), ids=ROWS)
def test_the_rows_of_a_day_are_judged_row_by_row(
    rows: list[tuple[time, time]], expected: list[tuple[str, int]]
) -> None:
    problems = validate_intervals(rows)

    assert [(problem.code, problem.params["row"]) for problem in problems] == expected


@pytest.mark.parametrize(("attempt", "code"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_in_bulgarian(attempt: Callable[[], object], code: str) -> None:
    with pytest.raises(HoursError) as refused:
        attempt()

    assert refused.value.code == code
    assert str(refused.value).endswith(".")
    assert "%(" not in str(refused.value)


def test_every_refusal_has_a_case() -> None:
    shown = {code for _, code in REFUSED.values()} | {code for _, found in ROWS.values() for code, _ in found}

    # What cannot be read has its cases beside the reading.
    assert shown | {"unreadable"} == set(HoursError.messages)


def test_the_message_names_the_hours() -> None:
    (problem,) = validate_intervals([(T(8, 30), T(12)), (T(11), T(18))])

    assert "8:30–12:00" in str(problem)
    assert "11:00–18:00" in str(problem)


def test_the_longest_span_is_answered() -> None:
    assert len(span(LIBRARY, D(2026, 1, 1), D(2026, 1, 1) + timedelta(MAX_SPAN - 1))) == MAX_SPAN


def test_a_closure_with_a_timed_end_is_refused() -> None:
    with pytest.raises(UnsupportedRule):
        ClosureRule("other", "", D(2026, 1, 1), rule=Rule.daily(until=datetime(2026, 2, 1, 10)))


def test_a_week_is_made_from_rows() -> None:
    made = Week.from_rows([(0, T(13), T(18)), (0, T(8), T(12)), (6, T(10), T(12))])

    assert made.days[0] == (Interval(T(8), T(12)), Interval(T(13), T(18)))
    assert made.days[6] == (Interval(T(10), T(12)),)
    assert made.days[1:6] == ((),) * 5


def test_a_year_of_a_busy_department_is_quick() -> None:
    closures = tuple(
        ClosureRule("holiday", f"Празник {n}", D(2026, 1, 1) + timedelta(n * 9)) for n in range(40)
    )
    rules = tuple(
        ClosureRule("other", f"Правило {n}", D(1995, 1, 1), rule=Rule.monthly_on_day(n + 1)) for n in range(5)
    )
    exceptions = tuple(DateException(D(2026, 1, 1) + timedelta(n * 7), reason="х") for n in range(50))
    library = Schedule(LIBRARY_WEEK, exceptions=exceptions, closures=(*LIBRARY.closures, *closures, *rules))
    department = Schedule(ART.regular, parent=library)

    best = min(_seconds(department) for _ in range(5))

    # Several times the measured need, for the sake of busy machines.
    assert best < 0.050


def _seconds(schedule: Schedule) -> float:
    began = stopwatch.process_time()
    span(schedule, D(2026, 1, 1), D(2026, 12, 31))
    return stopwatch.process_time() - began
