"""Repeating events of other calendars: rules as ours, as dates, or refused; changed and excluded dates."""

import time
from datetime import date

import pytest
from calendars import vevent
from imported_calendars import event, one, override, read, refusal

from events.imports import Candidate


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("FREQ=WEEKLY;WKST=SU;BYDAY=WE", "FREQ=WEEKLY;BYDAY=WE"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=WE"),
        ("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=-1WE"),
        ("FREQ=MONTHLY;BYDAY=4WE", "FREQ=MONTHLY;BYDAY=4WE"),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25", "FREQ=YEARLY"),
        ("FREQ=WEEKLY;BYDAY=WE;BYHOUR=18;BYMINUTE=0", "FREQ=WEEKLY;BYDAY=WE"),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270101T160000Z", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270101T180000"),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270101", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270101T235959"),
    ],
)
def test_rules_as_other_programs_write_them_become_ours(rule: str, kept: str) -> None:
    assert str(one(event(f"RRULE:{rule}", start="20261125T180000")).rule) == kept


def test_a_rule_outside_the_profile_is_kept_as_dates() -> None:
    candidate = one(event("RRULE:FREQ=MONTHLY;BYDAY=5MO", start="20261130T180000"))
    assert candidate.rule is None
    days = [change.original.date() for change in candidate.changes]
    assert (candidate.start_date, days[:3]) == (
        date(2026, 11, 30),
        [date(2027, 3, 29), date(2027, 5, 31), date(2027, 8, 30)],
    )
    assert "Внесени са отделни дати" in str(candidate.remarks[0])
    assert "пети такъв ден" in str(candidate.remarks[0])


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("FREQ=DAILY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11", "„BYMONTH“ не се поддържа"),
        ("FREQ=SECONDLY", "„SECONDLY“ не се поддържа"),
        ("FREQ=YEARLY;BYWEEKNO=20", "„BYWEEKNO“ не се поддържа"),
        ("FREQ=WEEKLY;COUNT=10;UNTIL=20270101T000000Z", "и брой повторения, и крайна дата"),
        ("FREQ=DAILY;COUNT=10000", "Повторенията са 10000"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "нито една дата"),
        ("FREQ=WEEKLY;UNTIL=20250101T000000Z", "свършва преди първата дата"),
        ("COUNT=3", "колко често се повтаря"),
        ("nonsense", "не е част от правило"),
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused_with_its_reason(rule: str, message: str) -> None:
    assert message in refusal(event(f"RRULE:{rule}", start="20261125T180000"))


def test_a_weekly_rule_of_another_zone_keeps_its_rule_when_its_hour_stays() -> None:
    athens = event("RRULE:FREQ=WEEKLY", "DTSTART;TZID=Europe/Athens:20261125T180000")
    berlin = event("RRULE:FREQ=WEEKLY", "DTSTART;TZID=Europe/Berlin:20261125T180000")
    assert [str(one(each).rule) for each in (athens, berlin)] == ["FREQ=WEEKLY;BYDAY=WE"] * 2
    assert str(one(berlin).start_time) == "19:00:00"


def test_a_weekly_rule_whose_hour_drifts_is_refused_or_kept_as_dates() -> None:
    assert "се мести през годината" in refusal(event("RRULE:FREQ=WEEKLY", "DTSTART:20261125T160000Z"))
    short = one(event("RRULE:FREQ=WEEKLY;COUNT=20", "DTSTART:20261125T160000Z"))
    hours = {str(change.original.time()) for change in short.changes}
    assert (short.rule, len(short.changes), hours) == (None, 19, {"18:00:00", "19:00:00"})
    steady = one(event("RRULE:FREQ=WEEKLY;COUNT=5", "DTSTART:20261125T160000Z"))
    assert str(steady.rule) == "FREQ=WEEKLY;BYDAY=WE;COUNT=5"


def test_a_rule_whose_day_differs_in_sofia_is_kept_as_dates() -> None:
    late = event("RRULE:FREQ=WEEKLY;COUNT=3", "DTSTART;TZID=Europe/London:20261125T230000")
    candidate = one(late)
    assert candidate.rule is None
    assert [candidate.start_date.day, *(one.original.day for one in candidate.changes)] == [26, 3, 10]


def changes(candidate: Candidate) -> list[str]:
    return [
        f"{one.kind} {one.original:%m-%d %H:%M}"
        + (f" > {one.new_start:%m-%d %H:%M}" if one.new_start else "")
        for one in candidate.changes
    ]


WEEKLY = event("RRULE:FREQ=WEEKLY", "DURATION:PT1H", start="20261125T180000")


def test_excluded_added_and_changed_dates_become_changes() -> None:
    series = WEEKLY.replace(
        "DURATION",
        "EXDATE;TZID=Europe/Sofia:20261202T180000,20261209T180000\r\nRDATE:20261203T160000Z\r\nDURATION",
    )
    moved = override("20261216T180000", "DURATION:PT1H", start="20261217T170000")
    noted = override("20261223T180000", "DURATION:PT1H", start="20261223T180000", title="Коледно")
    same = override("20261230T180000", "DURATION:PT1H", start="20261230T180000")
    stray = override("20270101T180000", "DURATION:PT1H", start="20270102T100000")
    assert changes(one(series, moved, noted, same, stray)) == [
        "cancelled 12-02 18:00",
        "extra 12-03 18:00 > 12-03 18:00",
        "cancelled 12-09 18:00",
        "moved 12-16 18:00 > 12-17 17:00",
        "note 12-23 18:00",
        "extra 01-02 10:00 > 01-02 10:00",
    ]


def test_a_date_moved_onto_another_is_refused() -> None:
    moved = override("20261202T180000", "DURATION:PT1H", start="20261209T180000")
    assert "Две дати на събитието съвпадат: 09.12.2026 18:00" in refusal(WEEKLY, moved)


def test_this_and_the_following_dates_are_refused() -> None:
    moved = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T160000Z", start="20261203T180000")
    assert "тази и следващите дати" in refusal(WEEKLY, moved)


def test_a_start_outside_its_rule_becomes_a_date_of_its_own() -> None:
    candidate = one(event("RRULE:FREQ=WEEKLY;BYDAY=FR", start="20261125T180000"))
    assert (candidate.start_date, changes(candidate)) == (
        date(2026, 11, 27),
        ["extra 11-25 18:00 > 11-25 18:00"],
    )


def test_invitations_to_single_dates_of_a_series_become_one_event() -> None:
    first = override("20261202T180000", start="20261202T180000")
    second = override("20261209T180000", start="20261209T190000")
    assert changes(one(first, second)) == ["extra 12-09 19:00 > 12-09 19:00"]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;COUNT=5000", "FREQ=MONTHLY;BYDAY=5MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9"],
)
def test_a_full_calendar_of_heavy_rules_is_read_in_bounded_time(rule: str) -> None:
    parts = [
        vevent(f"{number}", f"RRULE:{rule}", "EXDATE:20261130T160000Z", start="19950102T180000")
        for number in range(100)
    ]
    started = time.process_time()
    reading = read(*parts)
    assert len(reading.candidates) + len(reading.refused) == 100
    assert time.process_time() - started < 5
