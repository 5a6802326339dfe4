from dataclasses import replace
from datetime import date

import pytest
from hours_samples import ART, LIBRARY, LIBRARY_WEEK, hours, week

from events.hours import CLOSURE_KINDS, ClosureRule, DateException, Schedule, Season, resolve

SUMMER = Season(date(2026, 7, 1), date(2026, 8, 31), week("9:00-17:00"), "Лято")
SHORT = DateException(date(2026, 11, 23), hours("8:30-12:00"), "Обучение на екипа", "Staff training")
PLAIN = DateException(date(2026, 11, 24), ())
SCHEDULE = replace(LIBRARY, seasons=(SUMMER,), exceptions=(SHORT, PLAIN))

WORDS = [
    (date(2026, 11, 25), "отворено 8:30–18:30: обичайно работно време", "open 8:30–18:30: regular hours"),
    (date(2026, 11, 29), "затворено: почивен ден в седмицата", "closed: weekly day off"),
    (
        date(2026, 11, 26),
        "затворено: неработен ден с читатели – всеки последен четвъртък от месеца",
        "closed: no service to readers – on the last Thursday of every month",
    ),
    (
        date(2025, 12, 25),
        "затворено: официален празник – Рождество Христово; "
        "неработен ден с читатели – всеки последен четвъртък от месеца",
        "closed: public holiday – Рождество Христово; "
        "no service to readers – on the last Thursday of every month",
    ),
    (
        date(2026, 7, 6),
        "отворено 9:00–17:00: сезонно работно време – Лято",
        "open 9:00–17:00: seasonal hours",
    ),
    (
        date(2026, 11, 23),
        "отворено 8:30–12:00: промяна за деня – Обучение на екипа",
        "open 8:30–12:00: change for the day – Staff training",
    ),
    (date(2026, 11, 24), "затворено: промяна за деня", "closed: change for the day"),
]


@pytest.mark.parametrize(("day", "bulgarian", "english"), WORDS)
def test_a_day_says_why_it_is_open_or_closed(day: date, bulgarian: str, english: str) -> None:
    resolved = resolve(SCHEDULE, day)

    assert resolved.explain() == bulgarian
    assert resolved.explain("en") == english


def test_without_any_hours_the_day_says_so() -> None:
    assert resolve(Schedule(), date(2026, 11, 23)).explain() == "затворено: няма обявено работно време"


def test_a_reason_names_the_schedule_it_comes_from() -> None:
    standing, regular = resolve(ART, date(2026, 11, 26)).reasons

    assert (standing.schedule, regular.schedule) == ("Библиотеката", "Изкуство")


def test_a_rule_that_was_overruled_stays_in_the_trace_and_out_of_the_words() -> None:
    schedule = replace(
        LIBRARY, exceptions=(DateException(date(2026, 11, 26), hours("10:00-14:00"), "Изпит"),)
    )

    day = resolve(schedule, date(2026, 11, 26))

    assert day.explain() == "отворено 10:00–14:00: промяна за деня – Изпит"
    assert [reason.applied for reason in day.reasons] == [True, False, False]
    assert day.closures == ()
    assert day.is_open
    assert day.is_exceptional


def test_a_closed_day_lists_its_closures() -> None:
    day = resolve(LIBRARY, date(2025, 12, 25))

    assert [reason.key for reason in day.closures] == ["christmas", "standing"]
    assert day.is_exceptional
    assert not resolve(LIBRARY, date(2026, 11, 25)).is_exceptional


@pytest.mark.parametrize("kind", [*CLOSURE_KINDS, "of-tomorrow"])
def test_every_kind_of_closure_can_be_said(kind: str) -> None:
    closure = ClosureRule(kind, "Причина", date(2026, 11, 23))

    said = resolve(Schedule(LIBRARY_WEEK, closures=(closure,)), date(2026, 11, 23)).explain()

    label = CLOSURE_KINDS.get(kind, {}).get("bg")
    assert said == f"затворено: {label} – Причина" if label else "затворено: Причина"


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        resolve(LIBRARY, date(2026, 11, 23)).explain("fr")
