from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_strategies import rules_with_starts, windows

from events.recurrence import Frequency, Rule


def matches(rule: Rule, day: date) -> bool:
    """Whether a rule names the day, said without any recurrence engine."""
    in_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    match rule.frequency:
        case Frequency.WEEKLY:
            return any(day.weekday() == named.weekday for named in rule.byday)
        case Frequency.MONTHLY if rule.byday:
            nths = {(day.day - 1) // 7 + 1, -((in_month.day - day.day) // 7 + 1)}
            return any(day.weekday() == named.weekday and named.nth in nths for named in rule.byday)
        case Frequency.MONTHLY:
            return bool({day.day, day.day - in_month.day - 1} & set(rule.bymonthday))
        case _:
            return True


@settings(max_examples=200)
@given(st.data(), rules_with_starts())
def test_dates_lie_in_the_window_in_order_and_match_their_rule(
    data: st.DataObject, case: tuple[Rule, date]
) -> None:
    rule, start = case
    after, before = data.draw(windows(start))

    found = rule.dates(start, after, before)

    assert all(after <= moment < before and moment >= start for moment in found)
    assert found == sorted(set(found))
    assert all(type(moment) is type(start) and matches(rule, moment) for moment in found)


@settings(max_examples=800)
@given(st.data(), rules_with_starts())
def test_dates_near_the_window_are_those_counted_from_the_start(
    data: st.DataObject, case: tuple[Rule, date]
) -> None:
    rule, start = case
    after, before = data.draw(windows(start))
    first = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)
    engine = rrulestr(str(rule), dtstart=first)

    expected = []
    for moment in engine:
        own = moment if isinstance(start, datetime) else moment.date()
        if own >= before or own.year > 2100:
            break
        if own >= after:
            expected.append(own)

    assert rule.dates(start, after, before) == expected


@settings(max_examples=200)
@given(st.data(), rules_with_starts(), st.integers(0, 2200))
def test_a_window_can_be_split_anywhere(data: st.DataObject, case: tuple[Rule, date], at: int) -> None:
    rule, start = case
    after, before = data.draw(windows(start))
    middle = min(after + timedelta(days=at), before)

    assert rule.dates(start, after, before) == (
        rule.dates(start, after, middle) + rule.dates(start, middle, before)
    )


@settings(max_examples=200)
@given(rules_with_starts())
def test_an_aligned_start_matches_stays_and_is_the_first_date(case: tuple[Rule, date]) -> None:
    rule, start = case

    aligned = rule.aligned(start)

    assert aligned >= start
    assert matches(rule, aligned)
    assert rule.aligned(aligned) == aligned
    endless = Rule(rule.frequency, rule.interval, rule.byday, rule.bymonthday)
    assert endless.next_dates(aligned, aligned, 1) == [aligned]
    assert not any(matches(rule, start + timedelta(days=n)) for n in range((aligned - start).days))


@settings(max_examples=100)
@given(rules_with_starts(), st.integers(0, 50))
def test_the_next_dates_are_the_first_of_the_window(case: tuple[Rule, date], number: int) -> None:
    rule, start = case

    found = rule.next_dates(start, start, number)

    assert found == rule.dates(start, start, start + timedelta(days=3650))[:number] or (
        found and found[-1] >= start + timedelta(days=3650)
    )
