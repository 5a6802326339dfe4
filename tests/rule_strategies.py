"""Random rules of the portable profile, random starts and windows."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from events.recurrence import MONTH_DAYS, NTH, Frequency, Rule, WeekdayNum

WEEKDAYS = st.integers(0, 6)
DAYS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
MOMENTS = st.builds(datetime.combine, DAYS, TIMES)
STARTS = DAYS | MOMENTS


@st.composite
def rules(draw: st.DrawFn, start: date) -> Rule:
    """A rule whose end, if any, fits the kind of `start`."""
    frequency = draw(st.sampled_from(Frequency))
    byday: list[WeekdayNum] = []
    bymonthday: list[int] = []
    if frequency is Frequency.WEEKLY:
        byday = draw(st.lists(st.builds(WeekdayNum, st.just(0), WEEKDAYS), min_size=1, max_size=7))
    if frequency is Frequency.MONTHLY:
        if draw(st.booleans()):
            byday = draw(
                st.lists(st.builds(WeekdayNum, st.sampled_from(NTH), WEEKDAYS), min_size=1, max_size=4)
            )
        else:
            bymonthday = draw(st.lists(st.sampled_from(MONTH_DAYS), min_size=1, max_size=4))
    ending = draw(st.sampled_from(("never", "count", "until")))
    later = timedelta(days=draw(st.integers(0, 4000)), hours=draw(st.integers(0, 30)))
    return Rule(
        frequency,
        draw(st.integers(1, 9) | st.sampled_from((13, 52, 100))),
        byday=tuple(byday),
        bymonthday=tuple(bymonthday),
        count=draw(st.integers(1, 300)) if ending == "count" else None,
        until=start + later if ending == "until" else None,
    )


@st.composite
def rules_with_starts(draw: st.DrawFn) -> tuple[Rule, date]:
    """A rule and a start that need not match it."""
    start = draw(STARTS)
    return draw(rules(start)), start


@st.composite
def windows(draw: st.DrawFn, start: date) -> tuple[date, date]:
    """A window of up to six years that begins before, near or well after the start, of the start's kind."""
    after = start + timedelta(days=draw(st.integers(-800, 12_000)), hours=draw(st.integers(0, 23)))
    return after, after + timedelta(days=draw(st.integers(0, 2200)))
