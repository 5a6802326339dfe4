from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_strategies import rules_with_starts

from events.recurrence import Rule

START = date(2026, 5, 11)

SENTENCES = [
    ("FREQ=DAILY", "всеки ден", "every day"),
    ("FREQ=DAILY;INTERVAL=2", "през ден", "every other day"),
    ("FREQ=DAILY;INTERVAL=3", "на всеки 3 дни", "every 3 days"),
    ("FREQ=WEEKLY;BYDAY=MO", "всеки понеделник", "every Monday"),
    ("FREQ=WEEKLY;BYDAY=TU", "всеки вторник", "every Tuesday"),
    ("FREQ=WEEKLY;BYDAY=WE", "всяка сряда", "every Wednesday"),
    ("FREQ=WEEKLY;BYDAY=TH", "всеки четвъртък", "every Thursday"),
    ("FREQ=WEEKLY;BYDAY=FR", "всеки петък", "every Friday"),
    ("FREQ=WEEKLY;BYDAY=SA", "всяка събота", "every Saturday"),
    ("FREQ=WEEKLY;BYDAY=SU", "всяка неделя", "every Sunday"),
    (
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "всяка седмица в понеделник и сряда",
        "every week on Monday and Wednesday",
    ),
    (
        "FREQ=WEEKLY;BYDAY=TU,TH,SA",
        "всяка седмица във вторник, четвъртък и събота",
        "every week on Tuesday, Thursday and Saturday",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "всяка седмица от понеделник до петък",
        "every week from Monday to Friday",
    ),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "всеки ден", "every day"),
    ("FREQ=WEEKLY;BYDAY=SA,SU", "всяка седмица в събота и неделя", "every week on Saturday and Sunday"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "на всеки две седмици във вторник", "every other week on Tuesday"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "на всеки 3 седмици в петък", "every 3 weeks on Friday"),
    ("FREQ=MONTHLY;BYDAY=1MO", "всеки първи понеделник от месеца", "on the first Monday of every month"),
    ("FREQ=MONTHLY;BYDAY=1SA", "всяка първа събота от месеца", "on the first Saturday of every month"),
    ("FREQ=MONTHLY;BYDAY=2TU", "всеки втори вторник от месеца", "on the second Tuesday of every month"),
    ("FREQ=MONTHLY;BYDAY=2WE", "всяка втора сряда от месеца", "on the second Wednesday of every month"),
    ("FREQ=MONTHLY;BYDAY=3FR", "всеки трети петък от месеца", "on the third Friday of every month"),
    ("FREQ=MONTHLY;BYDAY=3SU", "всяка трета неделя от месеца", "on the third Sunday of every month"),
    ("FREQ=MONTHLY;BYDAY=4TH", "всеки четвърти четвъртък от месеца", "on the fourth Thursday of every month"),
    ("FREQ=MONTHLY;BYDAY=4WE", "всяка четвърта сряда от месеца", "on the fourth Wednesday of every month"),
    ("FREQ=MONTHLY;BYDAY=-1TH", "всеки последен четвъртък от месеца", "on the last Thursday of every month"),
    ("FREQ=MONTHLY;BYDAY=-1SU", "всяка последна неделя от месеца", "on the last Sunday of every month"),
    (
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "всеки първи и трети понеделник от месеца",
        "on the first Monday and the third Monday of every month",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1MO,2WE",
        "всеки първи понеделник и всяка втора сряда от месеца",
        "on the first Monday and the second Wednesday of every month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH",
        "на всеки два месеца в последния четвъртък от месеца",
        "on the last Thursday of every other month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE",
        "на всеки 3 месеца във втората сряда от месеца",
        "on the second Wednesday of every 3 months",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "всеки месец на 1-во число", "on the 1st of every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=2", "всеки месец на 2-ро число", "on the 2nd of every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=3", "всеки месец на 3-то число", "on the 3rd of every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=11", "всеки месец на 11-о число", "on the 11th of every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=15", "всеки месец на 15-о число", "on the 15th of every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=22", "всеки месец на 22-ро число", "on the 22nd of every month"),
    ("FREQ=MONTHLY;BYMONTHDAY=28", "всеки месец на 28-мо число", "on the 28th of every month"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "всеки месец на 1-во и 15-о число",
        "on the 1st and the 15th of every month",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "в последния ден на всеки месец", "on the last day of every month"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "в предпоследния ден на всеки месец",
        "on the last but one day of every month",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=1,-1",
        "всеки месец на 1-во число и в последния ден на месеца",
        "on the 1st and the last day of every month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
        "на всеки два месеца в последния ден на месеца",
        "on the last day of every other month",
    ),
    ("FREQ=YEARLY", "всяка година на 11 май", "every year on 11 May"),
    ("FREQ=YEARLY;INTERVAL=2", "на всеки две години на 11 май", "every other year on 11 May"),
    ("FREQ=DAILY;UNTIL=20270630", "всеки ден до 30 юни 2027 г.", "every day until 30 June 2027"),
    ("FREQ=WEEKLY;BYDAY=WE;COUNT=10", "всяка сряда, общо 10 пъти", "every Wednesday, 10 times"),
    ("FREQ=DAILY;COUNT=1", "всеки ден, само веднъж", "every day, only once"),
]


@pytest.mark.parametrize(("text", "bulgarian", "english"), SENTENCES, ids=[case[0] for case in SENTENCES])
def test_a_rule_is_said_in_both_languages(text: str, bulgarian: str, english: str) -> None:
    rule = Rule.parse(text)

    assert rule.sentence("bg", START) == bulgarian
    assert rule.sentence("en", START) == english


def test_without_a_start_a_yearly_rule_names_no_date() -> None:
    assert Rule.yearly().sentence() == "всяка година"


def test_29_february_says_that_it_comes_in_leap_years() -> None:
    start = date(2028, 2, 29)

    assert Rule.yearly().sentence("bg", start) == "всяка година на 29 февруари (само във високосна година)"
    assert Rule.yearly().sentence("en", start) == "every year on 29 February (leap years only)"


def test_a_timed_end_is_said_by_its_date() -> None:
    rule = Rule.daily(until=datetime(2027, 6, 30, 18))

    assert rule.sentence("bg") == "всеки ден до 30 юни 2027 г."


def test_dates_that_do_not_take_place_are_named_while_they_are_few() -> None:
    rule = Rule.parse("FREQ=MONTHLY;BYDAY=-1TH")
    many = [date(2026, month, 1) for month in range(1, 8)]

    assert rule.sentence("bg", excluding=[date(2026, 12, 31), date(2026, 11, 26)]) == (
        "всеки последен четвъртък от месеца, освен на 26 ноември 2026 г. и на 31 декември 2026 г."
    )
    assert rule.sentence("en", excluding=many) == "on the last Thursday of every month, except 7 dates"


def test_a_language_tag_with_a_region_is_understood_and_another_language_refused() -> None:
    assert Rule.daily().sentence("en-GB") == "every day"
    with pytest.raises(ValueError, match="de"):
        Rule.daily().sentence("de")


@given(rules_with_starts(), st.sampled_from(("bg", "en")))
def test_every_rule_can_be_said(case: tuple[Rule, date], language: str) -> None:
    rule, start = case

    said = rule.sentence(language, start)

    assert said == said.strip()
    assert "  " not in said
    assert "None" not in said
