"""„Защо?“ in the admin: every rule of a day, those that hold and those overruled."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    last_thursday,
    library_hours,
    opening_exception,
    opening_hours,
)

pytestmark = pytest.mark.django_db

WHY = reverse("events_why")


@pytest.fixture
def admin(client: Any, django_user_model: Any, locales: Any, monday: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def test_a_day_is_explained_with_what_holds_and_what_gives_way(admin: Any) -> None:
    last_thursday()
    art = DepartmentFactory(name="Изкуство", slug="izkustvo")
    opening_hours([(3, "08:30", "17:00")], art)
    opening_exception(date(2026, 11, 26), ("10:00", "12:00"), department=art, reason="Гости")
    page = admin.get(WHY, {"day": "26.11.2026", "department": "izkustvo"})
    steps = [(step.holds, step.text) for step in page.context["told"].steps]
    assert [holds for holds, _ in steps] == [True, False, False]
    assert "Гости" in steps[0][1]
    text = page.content.decode()
    assert "Отворено 10:00–12:00" in text
    assert "не важи: за тази дата е решено друго" in text
    library = admin.get(WHY, {"day": "26.11.2026"}).content.decode()
    assert "всеки последен четвъртък от месеца" in library


def test_without_a_question_it_is_today_and_proposals_say_nothing(admin: Any) -> None:
    ClosureFactory(start_date=date(2026, 11, 23), state="proposed")
    told = admin.get(WHY).context["told"]
    assert (told.day, told.is_open) == (date(2026, 11, 23), True)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"day": "30.02.2026"}, "валидна дата"),
        ({"day": "01.01.1889"}, "между 1990 и 2100"),
        ({"department": "nyama"}, "Няма такъв отдел"),
        ({"day": "x" * 5000, "department": "\x00"}, "валидна дата"),
    ],
)
def test_a_wrong_question_is_told_at_its_field(admin: Any, query: dict[str, str], message: str) -> None:
    response = admin.get(WHY, query)
    assert response.status_code == 200
    assert message in response.content.decode()
