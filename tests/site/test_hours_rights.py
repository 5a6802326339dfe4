"""Who may open and do what with hours and closures: every view, every role."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from events_factories import ClosureFactory, DepartmentFactory, opening_exception, opening_hours
from pages_factories import create_site

from events.models import Closure, Department, Service
from library_site.granting import ensure_roles

pytestmark = pytest.mark.django_db

ALL = {"Редактор", "Отговорен редактор", "Завеждащ отдел", "Администратор"}
# They oversee the library; a head of department works with the own department.
OVERSEERS = ALL - {"Завеждащ отдел"}
CHIEFS = {"Отговорен редактор", "Администратор"}
ROLES = [*sorted(ALL), "Методист"]

MODELS = ("closure", "openinghours", "openingexception", "service")
LISTS = {f"wagtailsnippets_events_{model}:{view}": ALL for model in MODELS for view in ("list", "add")}
RECORDS = {
    f"wagtailsnippets_events_{model}:{view}": CHIEFS if view == "delete" else ALL
    for model in MODELS
    for view in ("edit", "history", "usage", "delete")
}
TEMPLATES = {f"wagtailsnippets_events_closuretemplate:{view}": CHIEFS for view in ("list", "add")}
SCREENS = {
    "events_close_today": ALL,
    "events_confirm_closing": ALL,
    "events_holidays_now": OVERSEERS,
    "events_why": ALL,
    "events_hours_report": ALL,
    "events_hours_report_results": ALL,
}


@pytest.fixture
def department(db: None) -> Department:
    return DepartmentFactory(name="Изкуство")


@pytest.fixture
def member(client: Any, django_user_model: Any, department: Department) -> Any:
    create_site()
    ensure_roles()

    def sign_in(role: str) -> Any:
        user = django_user_model.objects.create_user(f"user-{uuid4().hex[:8]}", password="lipa")
        user.groups.add(Group.objects.get(name=role))
        department.heads.add(user)
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def records(department: Department) -> dict[str, Any]:
    return {
        "closure": ClosureFactory(state="proposed", departments=[department]),
        "openinghours": opening_hours([(0, "09:00", "17:00")], department),
        "openingexception": opening_exception(date(2026, 12, 24), department=department),
        "service": Service.objects.create(name="Копия", department=department),
    }


def is_let_in(response: Any) -> bool:
    """Whether a view has answered; Wagtail sends those who may not to the start, our views say 403."""
    return response.status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_lists_and_screens_open_for_those_who_work_with_hours(
    member: Any, records: dict[str, Any], role: str
) -> None:
    client = member(role)
    opened = {name: is_let_in(client.get(reverse(name))) for name in LISTS | TEMPLATES | SCREENS}
    expected = {name: role in roles for name, roles in (LISTS | TEMPLATES | SCREENS).items()}
    assert opened == expected


@pytest.mark.parametrize("role", ROLES)
def test_records_their_history_usage_and_deletion(member: Any, records: dict[str, Any], role: str) -> None:
    client = member(role)
    opened = {}
    for name in RECORDS:
        model = name.split("_")[2].split(":")[0]
        opened[name] = is_let_in(client.get(reverse(name, args=[records[model].pk])))
    assert opened == {name: role in roles for name, roles in RECORDS.items()}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", ["confirmed", "withdrawn", "proposed"])
def test_only_those_who_may_change_closures_confirm_and_withdraw(
    member: Any, records: dict[str, Any], role: str, state: str
) -> None:
    client, url = member(role), reverse("events_closure_state", args=[records["closure"].pk, state])
    assert is_let_in(client.get(url)) is (role in ALL)
    client.post(url)
    expected = state if role in ALL else "proposed"
    assert Closure.objects.get().state == expected


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_may_close_do_and_undo(member: Any, records: dict[str, Any], role: str) -> None:
    client = member(role)
    values = {"when": "day", "since": "", "department": "", "reason": "авария"}
    client.post(reverse("events_confirm_closing"), values)
    year = reverse("events_holidays", args=[2030])
    client.post(year, {})
    assert client.post(reverse("events_closed_today", args=[uuid4()])).status_code == (
        404 if role in ALL else 302
    )
    export = client.get(reverse("events_hours_report"), {"export": "csv"})
    assert (export.status_code == 200) is (role in ALL)
    if role not in ALL:
        assert Closure.objects.count() == 1


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_and_the_dashboard_offer_only_what_is_allowed(member: Any, role: str) -> None:
    page = member(role).get("/admin/").content.decode()
    for name in ("events_close_today", "events_holidays_now", "events_why", "events_hours_report"):
        allowed = OVERSEERS if name == "events_holidays_now" else ALL
        assert (reverse(name) in page) is (role in allowed)


def test_nobody_outside_gets_in(client: Any, records: dict[str, Any]) -> None:
    create_site()
    for name in LISTS | TEMPLATES | SCREENS:
        response = client.get(reverse(name))
        assert response.status_code == 302
        assert "/login/" in response.url


def test_an_editor_whose_right_to_change_was_taken_away_only_proposes(
    member: Any, records: dict[str, Any]
) -> None:
    group = Group.objects.get(name="Редактор")
    group.permissions.remove(group.permissions.get(codename="change_closure"))
    client = member("Редактор")
    page = client.get(reverse("wagtailsnippets_events_closure:add")).content.decode()
    assert "Потвърди и затвори" not in page
    data = {"kind": "repair", "reason": "Ремонт", "start_date": "02.12.2030", "recurrence_frequency": ""}
    client.post(reverse("wagtailsnippets_events_closure:add"), {**data, "action-confirm": "1"})
    assert set(Closure.objects.values_list("state", flat=True)) == {"proposed"}
    assert Closure.objects.count() == 2
