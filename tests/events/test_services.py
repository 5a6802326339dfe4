"""Services with hours of their own within those of their department."""

from datetime import date, time
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

from events.hours import Interval, Service, Week, resolve
from events.models import Service as ServiceRow
from events.models import ServiceInterval
from events.timetable import timetable

pytestmark = pytest.mark.django_db

MONDAY, SATURDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29)


@pytest.fixture
def art(locales: Any, monday: Any) -> Any:
    library_hours()
    department = DepartmentFactory(name="Изкуство", slug="izkustvo")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], department)
    return department


def offered(slug: str, day: date) -> list[str]:
    hours = timetable()
    found = hours.services_on(slug, resolve(hours.schedule(slug), day))
    return [f"{one.name}: {', '.join(map(str, intervals)) or 'не'}" for one, intervals in found]


def service(department: Any = None, *rows: tuple[int, str, str], **values: Any) -> ServiceRow:
    row = ServiceRow(department=department, **{"name": "Копия", **values})
    row.intervals = [
        ServiceInterval(weekday=day, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))
        for day, opens, closes in rows
    ]
    row.save()
    return row


def test_a_service_without_hours_follows_its_department_up_to_the_last_call(art: Any) -> None:
    service(art, last_call=20)
    assert offered("izkustvo", MONDAY) == ["Копия: 8:30–16:40"]
    assert offered("izkustvo", SATURDAY) == ["Копия: не"]


def test_a_service_has_hours_of_its_own_within_those_of_the_day(art: Any) -> None:
    service(art, (0, "10:00", "12:00"), (0, "14:00", "17:00"), last_call=30)
    assert offered("izkustvo", MONDAY) == ["Копия: 10:00–12:00, 14:00–16:30"]
    opening_exception(MONDAY, ("08:30", "15:00"), department=art)
    assert offered("izkustvo", MONDAY) == ["Копия: 10:00–12:00, 14:00–14:30"]


def test_a_closure_stops_the_services_too(art: Any) -> None:
    service(art, (0, "10:00", "12:00"))
    ClosureFactory(start_date=MONDAY, departments=[art])
    assert offered("izkustvo", MONDAY) == ["Копия: не"]


def test_a_service_of_the_whole_library_is_not_one_of_a_department(art: Any) -> None:
    service(None, last_call=10, name_en="Copying")
    assert offered("", SATURDAY) == ["Копия: 8:30–14:20"]
    assert offered("izkustvo", MONDAY) == []
    assert timetable().services[""][0].named("en") == "Copying"


@pytest.mark.parametrize(
    ("hours", "last_call", "left"),
    [
        (["8:30–12:30", "13:00–17:00"], 15, ["8:30–12:30", "13:00–16:45"]),
        (["8:30–12:30", "16:50–17:00"], 10, ["8:30–12:30"]),
        (["0:00–0:20"], 30, []),
        (["8:30–17:00"], 0, ["8:30–17:00"]),
        ([], 30, []),
    ],
)
def test_the_last_call_counts_from_the_last_closing_of_the_day(
    hours: list[str], last_call: int, left: list[str]
) -> None:
    from events.hours import DateException, Schedule, read_intervals

    intervals = read_intervals(", ".join(hours))
    day = resolve(Schedule(exceptions=(DateException(MONDAY, intervals),)), MONDAY)
    assert [str(one) for one in Service("Копия", last_call=last_call).on(day)] == left
    whole_day = Week(((Interval(time(0), time(23, 59)),),) * 7)
    assert [str(one) for one in Service("Копия", week=whole_day, last_call=last_call).on(day)] == left


@pytest.fixture
def editor(client: Any, django_user_model: Any, art: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def form(department: Any, **values: Any) -> dict[str, Any]:
    days = {f"day_{number}": "" for number in range(7)}
    place = str(department.pk) if department else ""
    texts = {"name": "Копия", "name_en": "Copies", "department": place, "last_call": "0", "sort_order": "1"}
    return {**texts, **days, **values}


def test_a_service_is_added_with_its_hours(editor: Any, art: Any) -> None:
    url = reverse("wagtailsnippets_events_service:add")
    assert editor.post(url, form(art, day_1="14-17", last_call="20")).status_code == 302
    row = ServiceRow.objects.get()
    assert [(one.weekday, str(one)) for one in row.intervals.all()] == [(1, "14:00–17:00")]
    listed = editor.get(reverse("wagtailsnippets_events_service:list")).content.decode()
    assert "вторник 14:00–17:00; до 20 мин преди затварянето" in listed


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"day_0": "16-18"}, "day_0", "Отделът е отворен 8:30–17:00"),
        ({"day_5": "9-12"}, "day_5", "отделът не работи"),
        ({"day_0": "12-10"}, "day_0", "преди началото"),
        ({"last_call": "300"}, "last_call", "Най-много 240 минути"),
        ({"last_call": "-1"}, "last_call", "0"),
        ({"name": ""}, "name", "задължително"),
    ],
)
def test_a_bad_service_is_told_at_the_field(
    editor: Any, art: Any, values: dict[str, str], field: str, message: str
) -> None:
    response = editor.post(reverse("wagtailsnippets_events_service:add"), form(art, **values))
    assert response.status_code == 200
    assert message in str(response.context["form"].errors[field][0])
    assert not ServiceRow.objects.exists()


def test_a_service_may_be_offered_in_the_hours_of_a_season_only(editor: Any, art: Any) -> None:
    summer = {"valid_from": date(2027, 7, 1), "valid_until": date(2027, 8, 31), "name": "Лято"}
    opening_hours([(5, "09:00", "12:00")], art, **summer)
    url = reverse("wagtailsnippets_events_service:add")
    assert editor.post(url, form(art, day_5="10-12")).status_code == 302


def test_a_department_without_hours_gives_its_services_those_of_the_library(editor: Any) -> None:
    reading = DepartmentFactory()
    url = reverse("wagtailsnippets_events_service:add")
    assert editor.post(url, form(reading, day_5="10-14")).status_code == 302
    refused = editor.post(url, form(reading, day_6="10-14")).context["form"]
    assert "отделът не работи" in refused.errors["day_6"][0]
