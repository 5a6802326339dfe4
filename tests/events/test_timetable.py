"""One door to opening hours for all surfaces."""

from datetime import date, datetime
from typing import Any

import pytest
from django.utils import translation
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    last_thursday,
    library_hours,
    opening_exception,
    opening_hours,
)

from events.hours import resolve
from events.models import Closure
from events.recurrence import localise
from events.timetable import closed_days, timetable
from events.today import closed_sentence, differing_today, today_state
from pages import versions

pytestmark = pytest.mark.django_db


@pytest.fixture
def art(locales: Any, monday: Any) -> Any:
    """The art department with a week of its own, in a library with usual hours."""
    library_hours()
    department = DepartmentFactory(name="Изкуство", slug="izkustvo")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], department)
    return department


def hours_on(day: date, department: str = "") -> list[str]:
    return [str(one) for one in resolve(timetable().schedule(department), day).intervals]


def test_the_timetable_costs_six_queries_when_new_and_one_when_held(art: Any, count_queries: Any) -> None:
    last_thursday()
    opening_exception(date(2026, 12, 24), ("08:30", "12:00"), department=art)
    with count_queries(
        "the version of hours",
        "departments with their names in each language",
        "weeks and seasons with their intervals",
        "exceptions with their intervals",
        "confirmed closures with their departments",
        "services with their hours",
    ):
        timetable()
    with count_queries("the version of hours"):
        timetable()


def test_longer_hours_of_the_house_are_no_closed_day_of_a_department_that_rests(art: Any) -> None:
    opening_exception(date(2026, 12, 5), ("08:30", "22:00"))
    opening_exception(date(2026, 12, 7), department=art)
    closed = [(day.date, day.scope) for day in closed_days(date(2026, 12, 1), date(2026, 12, 31))]
    assert closed == [(date(2026, 12, 7), ("izkustvo",))]


def test_a_department_has_its_own_week_and_the_library_keeps_hers(art: Any) -> None:
    assert hours_on(date(2026, 11, 23)) == ["8:30–18:30"]
    assert hours_on(date(2026, 11, 23), "izkustvo") == ["8:30–17:00"]
    assert hours_on(date(2026, 11, 28), "izkustvo") == []


def test_a_department_without_hours_follows_the_library(art: Any) -> None:
    DepartmentFactory(slug="chitalnya")
    assert hours_on(date(2026, 11, 28), "chitalnya") == ["8:30–14:30"]


def test_a_season_replaces_the_week_for_its_days(art: Any) -> None:
    summer = {"valid_from": date(2027, 7, 1), "valid_until": date(2027, 8, 31)}
    opening_hours([(day, "09:00", "16:00") for day in range(5)], name="Лято", **summer)
    assert hours_on(date(2027, 7, 1)) == ["9:00–16:00"]
    assert hours_on(date(2027, 8, 31)) == ["9:00–16:00"]
    assert hours_on(date(2027, 9, 1)) == ["8:30–18:30"]
    assert hours_on(date(2027, 7, 3)) == []


@pytest.mark.parametrize("state", ["proposed", "withdrawn"])
def test_only_a_confirmed_closure_closes(art: Any, state: str) -> None:
    closure = ClosureFactory(start_date=date(2026, 11, 25), state=state)
    assert hours_on(date(2026, 11, 25)) == ["8:30–18:30"]
    closure.state = Closure.State.CONFIRMED
    closure.save()
    assert hours_on(date(2026, 11, 25)) == []


def test_a_closure_of_departments_leaves_the_library_open(art: Any) -> None:
    other = DepartmentFactory(slug="chitalnya")
    ClosureFactory(start_date=date(2026, 11, 25), departments=[art, other])
    assert hours_on(date(2026, 11, 25)) == ["8:30–18:30"]
    assert hours_on(date(2026, 11, 25), "izkustvo") == hours_on(date(2026, 11, 25), "chitalnya") == []
    (closed,) = closed_days(date(2026, 11, 25), date(2026, 11, 25))
    assert set(closed.scope) == {"izkustvo", "chitalnya"}


def test_a_day_closed_for_two_reasons_is_shown_once_with_both(art: Any) -> None:
    last_thursday()
    ClosureFactory(kind=Closure.Kind.HOLIDAY, reason="Рождество Христово", start_date=date(2025, 12, 25))
    (closed,) = closed_days(date(2025, 12, 25), date(2025, 12, 25))
    assert len(closed.reasons) == 2
    assert closed.why() == (
        "официален празник – Рождество Христово; "
        "неработен ден с читатели – всеки последен четвъртък от месеца"
    )


def test_an_exception_without_hours_is_a_closed_day(art: Any) -> None:
    opening_exception(date(2026, 12, 24), reason="Бъдни вечер")
    (closed,) = closed_days(date(2026, 12, 20), date(2026, 12, 26))
    assert (closed.date, closed.scope) == (date(2026, 12, 24), ())


def test_the_usual_day_off_is_not_a_closed_day(art: Any) -> None:
    assert closed_days(date(2026, 11, 29), date(2026, 11, 29)) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda art: opening_exception(date(2026, 12, 24)),
        lambda art: ClosureFactory(departments=[art]),
        lambda art: DepartmentFactory(),
        lambda art: art.opening_hours.get().intervals.first().delete(),
        lambda art: art.delete(),
    ],
    ids=["exception", "closure", "department", "interval", "department removed"],
)
def test_every_change_of_hours_raises_the_version(art: Any, change: Any) -> None:
    before = versions.current("hours").number
    change(art)
    assert versions.current("hours").number > before


def test_a_rule_that_cannot_be_read_closes_nothing_and_breaks_nothing(art: Any) -> None:
    ClosureFactory(recurrence="FREQ=SECONDLY", start_date=date(2026, 11, 25))
    assert hours_on(date(2026, 11, 25)) == ["8:30–18:30"]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2026, 11, 23, 10, 0), "отворено до 18:30"),
        (datetime(2026, 11, 23, 8, 29), "затворено – отваря днес в 8:30"),
        (datetime(2026, 11, 23, 18, 30), "затворено – отваря утре в 8:30"),
        (datetime(2026, 11, 26, 10, 0), "затворено днес: неработен ден с читатели"),
        (datetime(2026, 11, 28, 16, 0), "затворено – отваря в понеделник в 8:30"),
        (datetime(2026, 12, 28, 10, 0), "затворено днес: Ремонт"),
    ],
)
def test_the_state_of_today_in_words(art: Any, now: datetime, said: str) -> None:
    last_thursday()
    ClosureFactory(reason="Ремонт", start_date=date(2026, 12, 24), end_date=date(2027, 1, 10))
    assert today_state(timetable().library, localise(now)).short == said


def test_a_far_opening_is_told_with_its_date(art: Any) -> None:
    ClosureFactory(reason="Ремонт", start_date=date(2026, 12, 24), end_date=date(2027, 1, 10))
    state = today_state(timetable().library, localise(datetime(2026, 12, 24, 10, 0)))
    assert state.opens == "на 11 януари в 8:30"


def test_departments_that_differ_today_are_named(art: Any) -> None:
    assert [(one.name, one.text) for one in differing_today(timetable(), date(2026, 11, 23))] == [
        ("Изкуство", "8:30–17:00")
    ]
    assert [one.text for one in differing_today(timetable(), date(2026, 11, 28))] == ["затворено"]
    assert differing_today(timetable(), date(2026, 11, 29)) == []


def test_the_sentence_of_a_closed_department_names_it(art: Any) -> None:
    ClosureFactory(reason="Ремонт", start_date=date(2026, 12, 2), departments=[art])
    hours = timetable()
    (closed,) = closed_days(date(2026, 12, 2), date(2026, 12, 2), hours)
    with translation.override("bg"):
        said = closed_sentence(closed, hours)
    assert said == "Не обслужват читатели в сряда, 2 декември: Изкуство (Ремонт)."


@pytest.mark.parametrize(
    ("values", "today", "announced"),
    [
        ({}, date(2026, 11, 23), False),
        ({}, date(2026, 11, 24), True),
        ({}, date(2026, 11, 25), True),
        ({}, date(2026, 11, 26), False),
        ({"announce_from": date(2026, 11, 10)}, date(2026, 11, 9), False),
        ({"announce_from": date(2026, 11, 10)}, date(2026, 11, 10), True),
    ],
)
def test_an_announcement_shows_from_its_day_until_the_closure_ends(
    art: Any, values: dict[str, Any], today: date, announced: bool
) -> None:
    closure = ClosureFactory(start_date=date(2026, 11, 25), announcement="Учение.", **values)
    assert closure.is_announced_on(today) is announced


@pytest.mark.parametrize("question", ["name", "department"])
def test_an_unknown_department_is_a_lookup_error(art: Any, question: str) -> None:
    with pytest.raises(LookupError):
        getattr(timetable(), question)("no-such")
    assert timetable().name("izkustvo") == "Изкуство"
    assert timetable().name("") == ""
