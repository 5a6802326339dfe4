"""A head of department closes and changes the own department, and no other, by every way there is."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    library_hours,
    opening_exception,
    opening_hours,
)
from pages_factories import create_site
from wagtail.models import ModelLogEntry

from events import timetable
from events.actions import CloseToday
from events.models import Closure, Department, OpeningException, OpeningHours, Service
from events.working_with_hours import own_departments
from library_site.granting import ensure_roles

pytestmark = pytest.mark.django_db

MODELS = ("closure", "openinghours", "openingexception", "service", "department")
PLACES = ("own", "other", "library", "both")
TEXTS = {"reason": "авария", "reason_en": "", "announcement": "", "announcement_en": ""}


class Place(NamedTuple):
    """The head's department and another, and the records of each kind by where they hold."""

    own: Department
    other: Department
    records: dict[str, dict[str, Any]]


@pytest.fixture
def place() -> Place:
    timetable._held.clear()
    create_site()
    ensure_roles()
    own, other = DepartmentFactory(name="Изкуство"), DepartmentFactory(name="Детски")
    week, day = [(0, "09:00", "12:00")], date(2031, 5, 5)
    scopes: dict[str, list[Department]] = {
        "own": [own],
        "other": [other],
        "library": [],
        "both": [own, other],
    }
    closures = {
        name: ClosureFactory(reason=f"Ремонт {name}", state="proposed", departments=scope)
        for name, scope in scopes.items()
    }
    single = {"own": own, "other": other, "library": None}
    return Place(
        own,
        other,
        {
            "closure": closures,
            "openinghours": {
                name: opening_hours(week, one) if one else library_hours() for name, one in single.items()
            },
            "openingexception": {
                name: opening_exception(day, department=one) for name, one in single.items()
            },
            "service": {
                name: Service.objects.create(name=name, department=one) for name, one in single.items()
            },
            "department": {"own": own, "other": other},
        },
    )


@pytest.fixture
def monday() -> Iterator[None]:
    """Monday, 23 November 2026, 10:00 in Sofia."""
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False):
        yield


@pytest.fixture
def member(client: Any, django_user_model: Any, place: Place) -> Any:
    """Sign somebody in with a role; a head of the first department unless told otherwise."""

    def sign_in(role: str = "Завеждащ отдел", heads: bool = True) -> Any:
        user = django_user_model.objects.create_user(f"user-{uuid4().hex[:8]}", password="lipa")
        user.groups.add(Group.objects.get(name=role))
        if heads:
            place.own.heads.add(user)
        client.force_login(user)
        client.user = user
        return client

    return sign_in


def opens(client: Any, model: str, view: str, record: Any) -> bool:
    address = reverse(f"wagtailsnippets_events_{model}:{view}", args=[record.pk])
    return bool(client.get(address).status_code == 200)


MATRIX = [
    (model, view)
    for model in MODELS
    for view in ("edit", "history", "usage", "copy")
    if view != "copy" or model == "closure"
]


@pytest.mark.parametrize(("model", "view"), MATRIX)
@pytest.mark.parametrize(
    ("role", "heads", "allowed"),
    [
        ("Завеждащ отдел", True, {"own"}),
        ("Завеждащ отдел", False, set()),
        ("Отговорен редактор", False, set(PLACES)),
    ],
)
def test_each_view_of_a_record_opens_for_whoever_works_with_its_place(
    member: Any, place: Place, model: str, view: str, role: str, heads: bool, allowed: set[str]
) -> None:
    client = member(role, heads)
    records = place.records[model]
    assert {name for name, record in records.items() if opens(client, model, view, record)} == (
        allowed & set(records)
    )


@pytest.mark.parametrize("model", MODELS)
def test_a_list_and_its_export_hold_the_own_records_only(member: Any, place: Place, model: str) -> None:
    client = member()
    address = reverse(f"wagtailsnippets_events_{model}:list")
    listed = {row.pk for row in client.get(address).context["object_list"]}
    assert listed == {place.records[model]["own"].pk}
    everything = {row.pk for row in member("Отговорен редактор").get(address).context["object_list"]}
    assert everything == {record.pk for record in place.records[model].values()}


def test_a_head_of_nothing_has_no_lists(member: Any, place: Place) -> None:
    client = member(heads=False)
    for model in MODELS:
        assert client.get(reverse(f"wagtailsnippets_events_{model}:list")).status_code == 302
    assert client.get(reverse("events_close_today")).status_code == 302


def exception(department: Any) -> dict[str, Any]:
    empty = {"reason_en": "", "announcement": "", "announcement_en": "", "hours": "10–12"}
    return {**empty, "date": "06.05.2031", "reason": "Учение", "department": department}


def closure(*departments: Department) -> dict[str, Any]:
    data = {"kind": "repair", "reason": "Нов ремонт", "start_date": "02.12.2030", "recurrence_frequency": ""}
    return {**data, "departments": [str(one.pk) for one in departments], "action-confirm": "1"}


def test_forms_offer_the_own_department_and_refuse_all_else(member: Any, place: Place) -> None:
    client = member()
    add = reverse("wagtailsnippets_events_openingexception:add")
    offered = client.get(add).context["form"].fields["department"]
    assert (list(offered.queryset), offered.help_text) == ([place.own], "")
    for wrong in ("", str(place.other.pk)):
        response = client.post(add, exception(wrong))
        assert response.context["form"].errors["department"]
    assert client.post(add, exception(str(place.own.pk))).status_code == 302
    add = reverse("wagtailsnippets_events_closure:add")
    for scope in ([], [place.other], [place.own, place.other]):
        assert client.post(add, closure(*scope)).context["form"].errors["departments"]
    assert client.post(add, closure(place.own)).status_code == 302
    said = Closure.objects.get(reason="Нов ремонт")
    assert (said.state, list(said.departments.all())) == ("confirmed", [place.own])


def test_an_own_record_cannot_be_given_to_another_department(member: Any, place: Place) -> None:
    client, said = member(), place.records["openingexception"]["own"]
    address = reverse("wagtailsnippets_events_openingexception:edit", args=[said.pk])
    assert client.post(address, exception(str(place.other.pk))).context["form"].errors["department"]
    assert client.post(address, exception(str(place.own.pk))).status_code == 302


@pytest.mark.parametrize("name", ["other", "library", "both"])
def test_the_records_of_others_are_not_changed_by_a_post(member: Any, place: Place, name: str) -> None:
    client = member()
    for model, records in place.records.items():
        if name not in records:
            continue
        address = reverse(f"wagtailsnippets_events_{model}:edit", args=[records[name].pk])
        client.post(address, exception(str(place.own.pk)) | closure(place.own) | {"name": "Присвоено"})
    assert not Department.objects.filter(name="Присвоено").exists()
    assert not OpeningHours.objects.filter(name="Присвоено").exists()
    assert not OpeningException.objects.filter(reason="Учение").exists()
    assert not Closure.objects.filter(reason="Нов ремонт").exists()


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("state", ["confirmed", "withdrawn"])
def test_only_closures_of_the_own_department_are_decided_about(
    member: Any, place: Place, name: str, state: str
) -> None:
    client, record = member(), place.records["closure"][name]
    address = reverse("events_closure_state", args=[record.pk, state])
    assert (client.get(address).status_code == 200) is (name == "own")
    client.post(address)
    record.refresh_from_db()
    assert record.state == (state if name == "own" else "proposed")


def test_deletion_needs_the_right_to_delete_and_the_own_place(member: Any, place: Place) -> None:
    client = member()
    group = Group.objects.get(name="Завеждащ отдел")
    chiefs = Group.objects.get(name="Отговорен редактор").permissions
    group.permissions.add(chiefs.get(codename="delete_closure"))
    records = place.records["closure"]
    assert {name for name, one in records.items() if opens(client, "closure", "delete", one)} == {"own"}
    address = reverse("wagtail_bulk_action", args=["events", "closure", "delete"])
    chosen = "&".join(f"id={one.pk}" for one in records.values())
    client.post(f"{address}?{chosen}")
    left = set(Closure.objects.values_list("reason", flat=True))
    assert left == {f"Ремонт {name}" for name in ("other", "library", "both")}


def test_closing_today_closes_the_own_department_only(member: Any, place: Place, monday: Any) -> None:
    client = member()
    address = reverse("events_confirm_closing")
    page = client.get(address)
    assert page.context["form"]["department"].value() == place.own.pk
    assert "Цялата библиотека" not in page.content.decode()
    assert "Изкуство: 9:00–12:00" in page.content.decode()
    for wrong in ("", str(place.other.pk)):
        refused = client.post(address, {"when": "day", "since": "", "department": wrong, **TEXTS})
        assert refused.context["form"].errors["department"]
    done = client.post(address, {"when": "day", "since": "", "department": str(place.own.pk), **TEXTS})
    assert done.status_code == 302
    assert list(Closure.objects.get(reason="авария").departments.all()) == [place.own]
    assert client.get(done.url).status_code == 200
    client.post(done.url)
    assert Closure.objects.get(reason="авария").state == "withdrawn"


def test_what_others_have_closed_today_is_not_opened_again(member: Any, place: Place, monday: Any) -> None:
    closing = CloseToday("other", TEXTS).execute()
    client, address = member(), reverse("events_closed_today", args=[closing])
    assert client.get(address).status_code == 302
    client.post(address)
    assert Closure.objects.get(reason="авария").state == "confirmed"


def test_the_dashboard_tells_of_the_own_department(member: Any, place: Place, monday: Any) -> None:
    closing = reverse("events_closed_today", args=[CloseToday("other", TEXTS).execute()])
    page = member().get("/admin/").content.decode()
    assert "Ремонт own" in page
    for foreign in ("Ремонт other", "Ремонт library", "Ремонт both", closing):
        assert foreign not in page
    assert closing in member("Отговорен редактор").get("/admin/").content.decode()


def test_holidays_close_the_library_and_are_decided_by_whoever_oversees_it(member: Any, place: Place) -> None:
    year = reverse("events_holidays", args=[2030])
    assert member().get(year).status_code == 302
    assert member("Редактор", heads=False).get(year).status_code == 200


def test_the_report_and_its_export_tell_of_the_own_department(member: Any, place: Place) -> None:
    ModelLogEntry.objects.all().delete()
    for record in place.records["closure"].values():
        ModelLogEntry.objects.log_action(record, "wagtail.edit")
    for query in ({}, {"export": "csv"}):
        response = member().get(reverse("events_hours_report"), query)
        told = (b"".join(response.streaming_content) if response.streaming else response.content).decode()
        assert "Ремонт own" in told
        for other in ("other", "library", "both"):
            assert f"Ремонт {other}" not in told
    chief = member("Отговорен редактор", heads=False)
    assert "Ремонт library" in chief.get(reverse("events_hours_report")).content.decode()


def test_only_an_overseer_names_heads(member: Any, place: Place) -> None:
    address = reverse("wagtailsnippets_events_department:edit", args=[place.own.pk])
    assert "heads" not in member().get(address).context["form"].fields
    chief = member("Отговорен редактор", heads=False)
    chief.user.first_name, chief.user.last_name = "Ана", "Иванова"
    chief.user.save()
    assert "Ана Иванова" in [label for _, label in chief.get(address).context["form"].fields["heads"].choices]


def test_a_copy_in_another_language_gives_nobody_rights(member: Any, place: Place, locales: Any) -> None:
    client = member(heads=False)
    copy = DepartmentFactory(name="Art", slug=place.own.slug, locale=locales.en)
    copy.heads.add(client.user)
    assert own_departments(client.user) == frozenset()
