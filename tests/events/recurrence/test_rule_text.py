from contextlib import suppress
from copy import copy
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rule_strategies import rules_with_starts

from events.recurrence import Frequency, Rule, UnsupportedRule, WeekdayNum

LAST_THURSDAY = Rule(Frequency.MONTHLY, byday=(WeekdayNum(-1, 3),))

CANONICAL = {
    "FREQ=DAILY": "FREQ=DAILY",
    "RRULE:FREQ=DAILY;INTERVAL=1": "FREQ=DAILY",
    "rrule:freq=daily;interval=02": "FREQ=DAILY;INTERVAL=2",
    "  FREQ=DAILY;COUNT=5;  ": "FREQ=DAILY;COUNT=5",
    "FREQ=WEEKLY;WKST=MO;BYDAY=WE,MO": "FREQ=WEEKLY;BYDAY=MO,WE",
    "BYDAY=SU,SU,MO;INTERVAL=2;FREQ=WEEKLY": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
    "FREQ=MONTHLY;BYDAY=-1TH": "FREQ=MONTHLY;BYDAY=-1TH",
    "FREQ=MONTHLY;BYDAY=-1MO,+2WE,1FR": "FREQ=MONTHLY;BYDAY=1FR,2WE,-1MO",
    "FREQ=MONTHLY;BYMONTHDAY=-1,15,-3,+1": "FREQ=MONTHLY;BYMONTHDAY=1,15,-3,-1",
    "FREQ=YEARLY;UNTIL=20300511": "FREQ=YEARLY;UNTIL=20300511",
    "FREQ=DAILY;UNTIL=20260630T180000": "FREQ=DAILY;UNTIL=20260630T180000",
    "FREQ=DAILY;UNTIL=20260630T150000Z": "FREQ=DAILY;UNTIL=20260630T180000",
    "FREQ=DAILY;UNTIL=20261231T150000Z": "FREQ=DAILY;UNTIL=20261231T170000",
}

REFUSED = {
    "": "empty",
    "RRULE:": "empty",
    " ; ": "empty",
    "FREQ=DAILY" + ";X=1" * 200: "too-long",
    "всеки ден": "syntax",
    "FREQ=DAILY;;COUNT=2": "syntax",
    "FREQ=DAILY;COUNT=": "syntax",
    "=DAILY": "syntax",
    "DTSTART:20260101\nRRULE:FREQ=DAILY": "unknown-part",
    "INTERVAL=2": "frequency-missing",
    "FREQ=HOURLY": "frequency",
    "FREQ=DAILY;FREQ=DAILY": "duplicate-part",
    "FREQ=WEEKLY;BYDAY=MO;BYDAY=TU": "duplicate-part",
    "FREQ=DAILY;BYHOUR=9": "unknown-part",
    "FREQ=YEARLY;BYWEEKNO=20": "unknown-part",
    "FREQ=YEARLY;BYYEARDAY=100": "unknown-part",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1": "unknown-part",
    "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=11": "unknown-part",
    "RSCALE=GREGORIAN;FREQ=DAILY": "unknown-part",
    "FREQ=WEEKLY;BYDAY=MO;WKST=SU": "week-start",
    "FREQ=DAILY;INTERVAL=0": "interval",
    "FREQ=DAILY;INTERVAL=-1": "interval",
    "FREQ=DAILY;INTERVAL=367": "interval",
    "FREQ=DAILY;INTERVAL=1.5": "interval",
    "FREQ=DAILY;INTERVAL=٣": "interval",
    "FREQ=DAILY;INTERVAL=" + "9" * 400: "interval",
    "FREQ=DAILY;COUNT=0": "count",
    "FREQ=DAILY;COUNT=10001": "count",
    "FREQ=DAILY;COUNT=много": "count",
    "FREQ=DAILY;COUNT=3;UNTIL=20260101": "count-and-until",
    "FREQ=DAILY;UNTIL=20260230": "until",
    "FREQ=DAILY;UNTIL=2026-02-03": "until",
    "FREQ=DAILY;UNTIL=20260203T250000": "until",
    "FREQ=DAILY;UNTIL=00000101": "until",
    "FREQ=DAILY;UNTIL=99991231": "until-year",
    "FREQ=DAILY;UNTIL=99991231T235959Z": "until-year",
    "FREQ=DAILY;UNTIL=19891231": "until-year",
    "FREQ=DAILY;BYDAY=MO": "part-not-here",
    "FREQ=DAILY;BYMONTHDAY=1": "part-not-here",
    "FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=1": "part-not-here",
    "FREQ=YEARLY;BYDAY=1MO": "part-not-here",
    "FREQ=YEARLY;BYMONTHDAY=11": "part-not-here",
    "FREQ=WEEKLY": "weekdays-missing",
    "FREQ=WEEKLY;BYDAY=XX": "weekday",
    "FREQ=WEEKLY;BYDAY=MO,": "weekday",
    "FREQ=WEEKLY;BYDAY=0MO": "weekday",
    "FREQ=WEEKLY;BYDAY=2MO": "weekday-number",
    "FREQ=MONTHLY": "month-day-missing",
    "FREQ=MONTHLY;BYDAY=MO": "weekday-nth-missing",
    "FREQ=MONTHLY;BYDAY=5MO": "fifth-weekday",
    "FREQ=MONTHLY;BYDAY=-5MO": "fifth-weekday",
    "FREQ=MONTHLY;BYDAY=-2FR": "weekday-nth",
    "FREQ=MONTHLY;BYDAY=6FR": "weekday-nth",
    "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1": "two-kinds-of-days",
    "FREQ=MONTHLY;BYMONTHDAY=29": "month-day",
    "FREQ=MONTHLY;BYMONTHDAY=31": "month-day",
    "FREQ=MONTHLY;BYMONTHDAY=0": "month-day",
    "FREQ=MONTHLY;BYMONTHDAY=-4": "month-day",
    "FREQ=MONTHLY;BYMONTHDAY=първи": "month-day",
}

COMPLETED = [
    ("FREQ=WEEKLY", date(2026, 5, 13), "FREQ=WEEKLY;BYDAY=WE"),
    ("FREQ=WEEKLY;BYDAY=MO", date(2026, 5, 13), "FREQ=WEEKLY;BYDAY=MO"),
    ("FREQ=MONTHLY;COUNT=3", datetime(2026, 5, 13, 18), "FREQ=MONTHLY;BYMONTHDAY=13;COUNT=3"),
    ("FREQ=MONTHLY;BYDAY=1MO", date(2026, 5, 13), "FREQ=MONTHLY;BYDAY=1MO"),
    ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=11", date(2026, 5, 11), "FREQ=YEARLY"),
    ("FREQ=YEARLY;BYMONTH=5", date(2026, 5, 11), "FREQ=YEARLY"),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL.items())
def test_a_rule_of_the_profile_has_one_canonical_text(text: str, canonical: str) -> None:
    assert str(Rule.parse(text)) == canonical


@pytest.mark.parametrize(("text", "code"), REFUSED.items(), ids=lambda value: value[:60])
def test_a_rule_outside_the_profile_is_refused_in_bulgarian(text: str, code: str) -> None:
    with pytest.raises(UnsupportedRule) as refused:
        Rule.parse(text)

    assert refused.value.code == code
    assert str(refused.value).endswith((".", ")."))
    assert "%(" not in str(refused.value)
    assert refused.value.template % refused.value.params == str(refused.value)


def test_every_refusal_has_a_case() -> None:
    about_a_start = {"until-needs-date", "until-needs-time", "until-before-start"}

    assert set(UnsupportedRule.messages) == set(REFUSED.values()) | about_a_start


@pytest.mark.parametrize(("text", "start", "canonical"), COMPLETED)
def test_what_the_standard_takes_from_the_start_is_written_into_the_rule(
    text: str, start: date, canonical: str
) -> None:
    assert str(Rule.parse(text, start)) == canonical


@pytest.mark.parametrize("start", [date(2028, 2, 29), datetime(2028, 2, 29, 18)])
def test_a_feed_names_29_february_because_some_calendars_would_show_1_march(start: date) -> None:
    rule = Rule.yearly(3)
    assert rule.for_feed(start) == "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29"
    assert Rule.parse(rule.for_feed(start), start) == rule


@pytest.mark.parametrize(
    ("text", "start", "code"),
    [
        ("FREQ=MONTHLY", date(2026, 5, 31), "month-day"),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=12", date(2026, 5, 11), "unknown-part"),
        ("FREQ=YEARLY;BYMONTHDAY=11", date(2026, 5, 11), "part-not-here"),
    ],
)
def test_a_start_does_not_bring_a_rule_into_the_profile_by_changing_it(
    text: str, start: date, code: str
) -> None:
    with pytest.raises(UnsupportedRule) as refused:
        Rule.parse(text, start)

    assert refused.value.code == code


def test_a_rule_made_by_hand_is_checked_like_a_rule_that_was_read() -> None:
    with pytest.raises(UnsupportedRule):
        Rule(Frequency.MONTHLY, byday=(WeekdayNum(5, 0),))
    with pytest.raises(UnsupportedRule):
        Rule.weekly([7])
    with pytest.raises(UnsupportedRule):
        Rule.weekly([])
    with pytest.raises(UnsupportedRule):
        Rule.daily(count=1, until=date(2026, 1, 1))
    with pytest.raises(UnsupportedRule):
        Rule.daily(until=date(1800, 1, 1))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule.daily(3), "FREQ=DAILY;INTERVAL=3"),
        (Rule.weekly([2, 0], count=4), "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4"),
        (Rule.monthly_on_day(-1), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Rule.monthly_on_weekday(-1, 3), "FREQ=MONTHLY;BYDAY=-1TH"),
        (Rule.yearly(until=date(2030, 1, 1)), "FREQ=YEARLY;UNTIL=20300101"),
    ],
)
def test_rules_can_be_made_by_name(rule: Rule, text: str) -> None:
    assert str(rule) == text


def test_a_rule_is_a_value() -> None:
    assert Rule.parse("FREQ=MONTHLY;BYDAY=-1TH") == LAST_THURSDAY
    assert len({LAST_THURSDAY, Rule.parse("BYDAY=-1TH;FREQ=MONTHLY")}) == 1


def test_a_refusal_survives_the_way_to_a_background_worker() -> None:
    with pytest.raises(UnsupportedRule) as refused:
        Rule.parse("FREQ=DAILY;COUNT=0")

    same = copy(refused.value)

    assert (type(same), same.code, str(same)) == (UnsupportedRule, "count", str(refused.value))


@pytest.mark.parametrize(
    ("text", "start", "feed"),
    [
        ("FREQ=DAILY", datetime(2026, 1, 1, 10), "FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=20260110", date(2026, 1, 1), "FREQ=DAILY;UNTIL=20260110"),
        ("FREQ=DAILY;UNTIL=20260110T100000", datetime(2026, 1, 1, 10), "FREQ=DAILY;UNTIL=20260110T080000Z"),
        ("FREQ=DAILY;UNTIL=20260710T100000", datetime(2026, 1, 1, 10), "FREQ=DAILY;UNTIL=20260710T070000Z"),
        (
            "FREQ=DAILY;UNTIL=20260329T033000",
            datetime(2026, 3, 1, 3, 30),
            "FREQ=DAILY;UNTIL=20260329T013000Z",
        ),
    ],
)
def test_a_feed_says_the_end_in_utc_for_timed_and_as_a_date_for_all_day_events(
    text: str, start: date, feed: str
) -> None:
    assert Rule.parse(text).for_feed(start) == feed


@pytest.mark.parametrize(
    ("text", "start", "code"),
    [
        ("FREQ=DAILY;UNTIL=20260110", datetime(2026, 1, 1, 10), "until-needs-time"),
        ("FREQ=DAILY;UNTIL=20260110T100000", date(2026, 1, 1), "until-needs-date"),
    ],
)
def test_an_end_of_the_other_kind_than_the_start_is_refused(text: str, start: date, code: str) -> None:
    rule = Rule.parse(text)

    for ask in (rule.check_start, rule.for_feed, lambda day: rule.dates(day, day, day)):
        with pytest.raises(UnsupportedRule) as refused:
            ask(start)
        assert refused.value.code == code
    assert rule.fitted_to(start).check_start(start) is None


def test_an_end_is_fitted_to_the_start_without_losing_its_day() -> None:
    by_date, by_time = Rule.daily(until=date(2026, 1, 10)), Rule.daily(until=datetime(2026, 1, 10, 9))

    assert str(by_date.fitted_to(datetime(2026, 1, 1, 18))) == "FREQ=DAILY;UNTIL=20260110T235959"
    assert str(by_time.fitted_to(date(2026, 1, 1))) == "FREQ=DAILY;UNTIL=20260110"
    assert by_date.fitted_to(date(2026, 1, 1)) is by_date


def test_an_end_before_the_first_date_is_named() -> None:
    rule = Rule.parse("FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20260128")

    with pytest.raises(UnsupportedRule) as refused:
        rule.check_not_empty(date(2026, 1, 1))

    assert refused.value.code == "until-before-start"
    assert "29.01.2026" in str(refused.value)
    assert Rule.parse("FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20260129").check_not_empty(date(2026, 1, 1)) is None


@given(rules_with_starts())
def test_a_rule_survives_being_written_and_read(case: tuple[Rule, date]) -> None:
    rule, _ = case

    assert Rule.parse(str(rule)) == rule
    assert str(Rule.parse(str(rule).lower())) == str(rule)


@settings(max_examples=300)
@given(
    st.text(alphabet="FREQ=DAILYWKMONTHBYUNTILCOUNT0123456789;,:-+ Я\x00\n", max_size=60)
    | st.text(max_size=60)
)
@example("FREQ=WEEKLY;BYDAY=,")
@example("FREQ=MONTHLY;BYMONTHDAY=,1")
@example("FREQ=DAILY;UNTIL=")
def test_no_text_does_worse_than_being_refused(text: str) -> None:
    rule = None
    with suppress(UnsupportedRule):
        rule = Rule.parse(text)

    assert rule is None or Rule.parse(str(rule)) == rule
