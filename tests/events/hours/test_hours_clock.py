"""The script that tells "open now" from a page in a cache says what the server would say."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import translation
from hours_clock import told
from hours_samples import DEPARTMENTS, LIBRARY, children, library, on, week
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.coming_hours import DAYS, coming_hours
from events.hours import ClosureRule, Schedule, state_at
from events.recurrence import localise
from events.wording.moments import at_time
from pages.bulgarian import dates

MONDAY = date(2026, 11, 23)


def at(*parts: int) -> datetime:
    return localise(datetime(*parts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(2026, 11, 23, 8, 29), {"is": "later", "text": "днес в 8:30"}),
        (at(2026, 11, 23, 8, 30), {"is": "open", "text": "18:30", "note": ""}),
        (at(2026, 11, 23, 17, 29), {"is": "open", "text": "18:30", "note": ""}),
        (at(2026, 11, 23, 17, 45), {"is": "open", "text": "18:30", "note": "Затваряме след 45 минути."}),
        (at(2026, 11, 23, 18, 29), {"is": "open", "text": "18:30", "note": "Затваряме след 1 минута."}),
        (at(2026, 11, 23, 18, 30), {"is": "later", "text": "утре в 8:30"}),
        (at(2026, 11, 25, 19), {"is": "later", "text": "в петък в 8:30"}),
        (at(2026, 11, 28, 15), {"is": "later", "text": "в понеделник в 8:30"}),
    ],
    ids=lambda value: f"{value:%a %H:%M}" if isinstance(value, datetime) else value["text"],
)
def test_the_script_tells_the_state_by_its_clock(now: datetime, said: dict[str, Any]) -> None:
    ((answer,),) = told([(coming_hours(LIBRARY, MONDAY), [now])])
    assert answer is not None
    assert answer.items() >= said.items()


def test_the_script_knows_nothing_of_days_before_and_after_its_own() -> None:
    moments = [at(2026, 11, 22, 23, 59), at(2026, 11, 23), at(2026, 12, 6, 23, 59), at(2026, 12, 20)]
    (answers,) = told([(coming_hours(LIBRARY, MONDAY), moments)])
    assert [answer is None for answer in answers] == [True, False, False, True]


def test_a_long_closure_ends_on_a_day_that_the_script_was_given() -> None:
    repair = ClosureRule("repair", "Ремонт", date(2026, 11, 20), date(2026, 12, 27))
    ((answer,),) = told([(coming_hours(library(closures=(repair,)), MONDAY), [at(2026, 11, 30, 12)])])
    assert answer is not None
    assert (answer["is"], answer["text"]) == ("later", "на 28 декември в 8:30")


def test_the_script_speaks_english_when_the_page_does() -> None:
    with translation.override("en"):
        text = coming_hours(LIBRARY, MONDAY)
    ((tomorrow, soon),) = told([(text, [at(2026, 11, 23, 19), at(2026, 11, 23, 18)])])
    assert tomorrow is not None
    assert soon is not None
    assert (tomorrow["text"], soon["note"]) == ("tomorrow at 8:30", "Closing in 30 minutes.")


CLOCKS_FORWARD, CLOCKS_BACK = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize("day", [CLOCKS_FORWARD, CLOCKS_BACK])
def test_on_days_of_a_clock_change_every_quarter_of_an_hour_is_told_right(day: date) -> None:
    schedule = children(library(exceptions=(on(day, "0:30-3:30 4:15-23:30"),)))
    midnight = at(day.year, day.month, day.day).astimezone(UTC)
    moments = [midnight + timedelta(minutes=15 * number) for number in range(4 * 23)]
    (answers,) = told([(coming_hours(schedule, day), moments)])
    for moment, answer in zip(moments, answers, strict=True):
        assert answer is not None, moment
        assert said_by_server(schedule, moment) == (answer["is"], answer["at"], answer["text"]), moment


def test_an_interval_inside_the_hour_that_is_skipped_opens_nothing() -> None:
    skipped = Schedule(regular=week(""), exceptions=(on(CLOCKS_FORWARD, "3:30-4:15"),))
    moments = [at(2026, 3, 29, 2, 59), at(2026, 3, 29, 4), at(2026, 3, 29, 4, 20)]
    (answers,) = told([(coming_hours(skipped, CLOCKS_FORWARD), moments)])
    assert [answer and answer["is"] for answer in answers] == ["shut"] * 3
    assert not any(state_at(skipped, moment).changes for moment in moments)


def said_by_server(schedule: Schedule, moment: datetime) -> tuple[str, int | None, str]:
    state = state_at(schedule, moment)
    if state.changes is None:
        return "shut", None, ""
    at_milliseconds = round(state.changes.timestamp() * 1000)
    if state.closes:
        return "open", at_milliseconds, dates.clock(state.closes.timetz().replace(tzinfo=None))
    assert state.opens
    return "later", at_milliseconds, at_time(state.opens, state.day.day)


MOMENTS = st.lists(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 2, 28)).map(lambda moment: moment.replace(tzinfo=UTC)),
    min_size=40,
    max_size=40,
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(st.lists(st.tuples(DEPARTMENTS, MOMENTS), min_size=5, max_size=5))
def test_the_script_agrees_with_the_server_on_random_schedules_and_instants(
    cases: list[tuple[Schedule, list[datetime]]],
) -> None:
    questions = []
    for schedule, moments in cases:
        for moment in moments:
            # The page was made some days before it is read.
            made = state_at(schedule, moment).day.day - timedelta(days=moment.minute % DAYS)
            questions.append((schedule, made, moment))
    answers = told([(coming_hours(schedule, made), [moment]) for schedule, made, moment in questions])
    for (schedule, made, moment), (answer,) in zip(questions, answers, strict=True):
        assert answer is not None
        assert said_by_server(schedule, moment) == (answer["is"], answer["at"], answer["text"]), made
