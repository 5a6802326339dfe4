from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from hours_samples import ART_WEEK, DAYS, DEPARTMENTS, FIRST, LAST, LIBRARIES
from hypothesis import given
from hypothesis import strategies as st

from events.hours import Day, ReasonKind, Schedule, resolve, span


@given(DEPARTMENTS, DAYS, st.integers(0, 40))
def test_a_span_is_its_days_one_by_one(schedule: Schedule, first: date, length: int) -> None:
    last = first + timedelta(days=length)

    assert span(schedule, first, last) == [
        resolve(schedule, first + timedelta(days=number)) for number in range(length + 1)
    ]


@given(DEPARTMENTS, DAYS, st.randoms())
def test_the_order_in_which_rules_are_given_does_not_matter(
    schedule: Schedule, day: date, random: Random
) -> None:
    def shuffled(one: Schedule) -> Schedule:
        def mixed(rules: tuple) -> tuple:
            return tuple(random.sample(rules, len(rules)))

        return replace(
            one,
            seasons=mixed(one.seasons),
            exceptions=mixed(one.exceptions),
            closures=mixed(one.closures),
            parent=shuffled(one.parent) if one.parent else None,
        )

    assert resolve(shuffled(schedule), day) == resolve(schedule, day)


@given(DEPARTMENTS, DAYS)
def test_every_day_has_ordered_hours_and_a_reason(schedule: Schedule, day: date) -> None:
    resolved = resolve(schedule, day)

    pairs = zip(resolved.intervals, resolved.intervals[1:], strict=False)
    assert all(earlier.closes < later.opens for earlier, later in pairs)
    assert resolved.applied
    assert bool(resolved.closures) <= (not resolved.is_open)
    assert resolved.explain("bg")
    assert resolved.explain("en")


@given(LIBRARIES, DAYS)
def test_a_department_with_nothing_of_its_own_is_open_like_the_library(library: Schedule, day: date) -> None:
    assert resolve(Schedule(parent=library), day) == resolve(library, day)


@given(DEPARTMENTS)
def test_a_closure_of_the_library_closes_unless_an_exception_says_otherwise(department: Schedule) -> None:
    assert department.parent
    excepted = {exception.day for exception in department.exceptions}
    pairs = zip(span(department.parent, FIRST, LAST), span(department, FIRST, LAST), strict=True)

    assert not [
        own.day for library, own in pairs if library.closures and own.is_open and own.day not in excepted
    ]


@given(DEPARTMENTS)
def test_an_exception_of_the_department_is_the_result(department: Schedule) -> None:
    for exception in department.exceptions:
        on_the_date = [one.intervals for one in department.exceptions if one.day == exception.day]
        assert resolve(department, exception.day).intervals == min(on_the_date)


@given(DEPARTMENTS)
def test_the_library_only_ever_takes_hours_from_a_department_with_its_own_week(department: Schedule) -> None:
    department = replace(department, regular=department.regular or ART_WEEK)
    alone = replace(department, parent=None)

    for together, by_itself in zip(span(department, FIRST, LAST), span(alone, FIRST, LAST), strict=True):
        assert _minutes(together) <= _minutes(by_itself)


def _minutes(day: Day) -> set[int]:
    return {
        minute
        for interval in day.intervals
        for minute in range(_minute(interval.opens), _minute(interval.closes))
    }


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


@given(DEPARTMENTS, DAYS)
def test_reasons_go_from_the_most_specific_of_each_schedule_down(department: Schedule, day: date) -> None:
    rank = list(ReasonKind)
    for name in ("department", "library"):
        kinds = [rank.index(one.kind) for one in resolve(department, day).reasons if one.schedule == name]
        assert kinds == sorted(kinds)
