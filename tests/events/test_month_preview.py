"""The coming month as it would be, before anything is saved."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    library_hours,
    opening_exception,
    opening_hours,
)

from events.models import Closure, OpeningException, OpeningHours
from events.previews import Month, month_with
from events.timetable import timetable

pytestmark = pytest.mark.django_db


@pytest.fixture
def art(locales: Any, monday: Any) -> Any:
    library_hours()
    DepartmentFactory(name="Читалня", slug="chitalnya", sort_order=1)
    department = DepartmentFactory(name="Изкуство", slug="izkustvo", sort_order=2)
    opening_hours([(day, "08:30", "17:00") for day in range(5)], department)
    return department


def told(month: Month | None) -> dict[str, list[str]]:
    assert month is not None
    return {
        place.name: [
            f"{line.heading.split(',')[0]}: {line.difference}" for line in place.lines if line.difference
        ]
        for place in month.places
    }


def test_a_new_exception_shows_its_day_everywhere_it_reaches(art: Any) -> None:
    said = OpeningException(date=date(2026, 11, 25), reason="Обучение")
    month = month_with(said, [])
    assert told(month)["цялата библиотека"] == ["сряда: ще е затворено"]
    assert told(month)["Изкуство"] == ["сряда: ще е затворено"]
    assert month
    assert month.followers == ("Читалня",)
    assert (month.first, month.last) == (date(2026, 11, 25), date(2026, 12, 25))
    line = month.places[0].lines[0]
    assert (line.before, line.after) == ("8:30–18:30", "затворено (Обучение)")
    assert not OpeningException.objects.exists()


def test_a_changed_exception_is_compared_with_what_it_was(art: Any) -> None:
    said = opening_exception(date(2026, 11, 25), ("08:30", "12:00"))
    said.date = date(2026, 11, 26)
    assert told(month_with(said, []))["цялата библиотека"] == ["четвъртък: затваря по-рано, в 12:00"]
    assert told(month_with(opening_exception(date(2026, 12, 1), ("08:30", "12:00")), [])) == {
        "цялата библиотека": []
    }


def test_a_changed_week_is_compared_day_by_day(art: Any) -> None:
    week = OpeningHours.objects.get(department=art)
    week.intervals.set([])
    month = month_with(week, ["izkustvo"])
    assert month
    assert month.is_changed
    assert [place.name for place in month.places] == ["Изкуство"]
    assert len(month.places[0].lines) == 31
    assert month.places[0].changes == 23
    week.department = None
    month = month_with(week, [])
    assert month
    assert month.places


def test_a_season_shows_the_month_in_which_it_begins(art: Any) -> None:
    summer = OpeningHours(name="Лято", valid_from=date(2027, 7, 1), valid_until=date(2027, 7, 31))
    month = month_with(summer, [])
    assert month
    assert month.first == date(2027, 7, 1)
    assert month.places[0].lines[0].difference == "ще е затворено"
    assert [place.name for place in month.places] == ["цялата библиотека"]


def test_a_closure_of_two_departments_changes_only_them(art: Any) -> None:
    closure = Closure(kind="repair", start_date=date(2026, 11, 30), end_date=date(2026, 12, 1))
    month = told(month_with(closure, ["izkustvo", "chitalnya"]))
    assert month == {
        "Читалня": ["понеделник: ще е затворено", "вторник: ще е затворено"],
        "Изкуство": ["понеделник: ще е затворено", "вторник: ще е затворено"],
    }


def test_a_second_reason_for_a_closed_day_is_told_as_one(art: Any) -> None:
    ClosureFactory(start_date=date(2026, 11, 25))
    closure = Closure(kind="election", start_date=date(2026, 11, 25))
    assert told(month_with(closure, []))["цялата библиотека"] == ["сряда: друга причина"]


def test_a_withdrawn_closure_changes_nothing(art: Any) -> None:
    closure = Closure(kind="repair", start_date=date(2026, 11, 25))
    month = month_with(closure, [], in_force=False)
    assert month
    assert not month.is_changed


def test_the_last_days_that_can_be_are_no_error(art: Any) -> None:
    month = month_with(OpeningException(date=date(2100, 12, 31), reason="Край"), [])
    assert month
    assert month.last == date(2100, 12, 31)


def test_a_look_leaves_the_timetable_as_it_is(art: Any) -> None:
    before = timetable()
    month_with(Closure(kind="repair", start_date=date(2026, 11, 25)), [])
    assert timetable() == before


FORMS = {
    "openingexception": {"date": "25.11.2026", "reason": "Обучение", "department": "", "hours": "8:30–12"},
    "openinghours": {
        "name": "Лято",
        "department": "",
        "valid_from": "24.11.2026",
        "valid_until": "30.11.2026",
    },
    "closure": {"kind": "repair", "reason": "Ремонт", "start_date": "25.11.2026", "recurrence_frequency": ""},
}


@pytest.mark.parametrize("model", FORMS)
def test_the_form_shows_the_month_and_saves_nothing(
    client: Any, django_user_model: Any, art: Any, model: str
) -> None:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    records = {"openingexception": OpeningException, "openinghours": OpeningHours, "closure": Closure}[model]
    before = records.objects.count()
    url = reverse(f"wagtailsnippets_events_{model}:add")
    response = client.post(url, FORMS[model] | {"check-hits": "1"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Разлика" in page
    assert "<strong>" in page[page.index("Разлика") :]
    assert records.objects.count() == before
    wrong = client.post(url, FORMS[model] | {"department": "0", "start_date": "", "check-hits": "1"})
    assert "Първо поправете грешките" in wrong.content.decode()
