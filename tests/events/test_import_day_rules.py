"""Rules outside the profile, day by day: the same dates as python-dateutil gives."""

from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr
from hypothesis import assume, example, given
from hypothesis import strategies as st

from events.imports.day_rules import DayRule
from events.recurrence.reading import split_parts

DAYS = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
NUMBERED = st.builds(lambda nth, day: f"{nth}{day}", st.sampled_from([1, 2, 5, -1, -2, -5]), DAYS)
MONTH_DAYS = st.sampled_from([1, 13, 28, 29, 30, 31, -1, -2, -30])


def listed(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(lambda found: ",".join(map(str, found)))


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    numbered = frequency in ("MONTHLY", "YEARLY")
    parts = {"FREQ": frequency, "INTERVAL": str(draw(st.integers(1, 4)))}
    optional = {
        # Numbered days and plain ones in one list: python-dateutil takes those that are both, see below.
        "BYDAY": listed(DAYS) | listed(NUMBERED) if numbered else listed(DAYS),
        "BYMONTH": listed(st.integers(1, 12)),
        "BYMONTHDAY": listed(MONTH_DAYS),
        "BYSETPOS": listed(st.sampled_from([1, 2, -1])),
        "WKST": DAYS,
    }
    for name, values in optional.items():
        if name == "BYMONTHDAY" and frequency == "WEEKLY":
            continue
        if name == "BYSETPOS" and (frequency == "DAILY" or "BYDAY" not in parts):
            continue
        if draw(st.booleans()):
            parts[name] = draw(values)
    return ";".join(f"{name}={value}" for name, value in parts.items())


@given(rules(), st.dates(date(2020, 1, 1), date(2024, 12, 31)), st.integers(0, 900))
@example("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2024, 2, 15), 200)
@example("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", date(2021, 8, 3), 0)
def test_the_days_are_those_of_dateutil(rule: str, start: date, later: int) -> None:
    # What a yearly rule with days of the month and weekdays together means, programs disagree on.
    assume(not ("BYDAY" in rule and "BYMONTHDAY" in rule))
    after = start + timedelta(days=later)
    before = after + timedelta(days=800)
    first = datetime(start.year, start.month, start.day)
    expected = rrulestr(rule, dtstart=first).between(
        datetime(after.year, after.month, after.day) - timedelta(seconds=1),
        datetime(before.year, before.month, before.day) - timedelta(seconds=1),
    )
    found = list(DayRule.read(split_parts(rule), start).days(after, before))
    assert found == [moment.date() for moment in expected]


def test_numbered_and_plain_weekdays_in_one_list_add_up() -> None:
    # RFC 5545, 3.3.10: the list names the days of the set, each by itself.
    rule = DayRule.read(split_parts("FREQ=MONTHLY;BYDAY=MO,1TU"), date(2026, 1, 1))
    found = list(rule.days(date(2026, 6, 1), date(2026, 7, 1)))
    assert found == [date(2026, 6, day) for day in (1, 2, 8, 15, 22, 29)]
