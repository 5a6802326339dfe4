"""The dashboard: the next two weeks, what waits for a decision, what is not finished."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from events_factories import ClosureFactory, DepartmentFactory, change, library_hours, published_event
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupPagePermission

from events.panels.programme import ProgrammePanel
from pages.models import LibraryImage

pytestmark = pytest.mark.django_db

WEEKLY = {"recurrence": "FREQ=WEEKLY;BYDAY=WE;COUNT=6"}

# With the hours held in memory and the permissions of the person known.
REASONS = (
    "the version of hours",
    "the default language",
    "coming dates on closed days that wait for a decision, each with its event in one join",
    "the dates of the next two weeks, with the same join",
)


@pytest.fixture
def person(django_user_model: Any, programme: Any) -> Any:
    """Somebody who may edit everything."""
    library_hours()
    return django_user_model.objects.create_superuser("admin", password="lipa")


@pytest.fixture
def panel(person: Any, rf: Any) -> Any:
    """What the panel tells a person; an administrator unless told otherwise."""

    def told(user: Any = person) -> dict[str, Any]:
        request = rf.get("/admin/")
        request.user = user
        return ProgrammePanel().get_context_data({"request": request})

    return told


def titles(rows: Any) -> list[str]:
    return [row.event.title for row in rows]


def test_two_weeks_are_told_by_day_from_today(panel: Any, programme: Any) -> None:
    published_event(programme, title="Днес", start_date=date(2026, 11, 23))
    published_event(programme, title="Последен ден", start_date=date(2026, 12, 6))
    published_event(programme, title="После", start_date=date(2026, 12, 7))
    published_event(
        programme, title="Мина", start_date=date(2026, 11, 23), start_time=time(8), end_time=time(9)
    )
    span = {"start_time": None, "end_time": None, "end_date": date(2026, 12, 20)}
    published_event(programme, title="Изложба", start_date=date(2026, 11, 10), **span)
    days = {f"{day}": titles(rows) for day, rows in panel()["days"]}
    assert days == {"2026-11-23": ["Изложба", "Днес"], "2026-12-06": ["Последен ден"]}


def test_dates_on_closed_days_wait_for_a_decision(panel: Any, programme: Any) -> None:
    ClosureFactory(start_date=date(2026, 12, 2), reason="Ремонт")
    ClosureFactory(start_date=date(2026, 12, 30), reason="Инвентаризация")
    kept = change("note", datetime(2026, 12, 2, 18), despite_closure=True)
    published_event(programme, title="Клуб", **WEEKLY)
    published_event(programme, kept, title="Решено", **WEEKLY)
    published_event(programme, title="Провежда се", closure_policy="keep", **WEEKLY)
    published_event(programme, title="Отменя се", closure_policy="cancel", **WEEKLY)
    found = [(one.row.event.title, f"{one.row.first_day}") for one in panel()["conflicts"]]
    assert found == [("Клуб", "2026-12-02"), ("Клуб", "2026-12-30"), ("Решено", "2026-12-30")]
    assert panel()["conflicts"][0].why == "Ремонт"


def test_a_closed_department_concerns_only_its_own_events(panel: Any, programme: Any) -> None:
    art = DepartmentFactory(name="Изкуство")
    ClosureFactory(start_date=date(2026, 12, 2), departments=[art])
    published_event(programme, title="Там", department=art, **WEEKLY)
    published_event(programme, title="Другаде", **WEEKLY)
    assert [one.row.event.title for one in panel()["conflicts"]] == ["Там"]


def test_what_an_event_lacks_is_named(panel: Any, programme: Any) -> None:
    image = LibraryImage.objects.create(title="Зала", file=get_test_image_file())
    full = {"image": image, "image_alt": "Зала", "lead": "Четем.", "location": "Читалня"}
    published_event(programme, title="Пълно", **full)
    published_event(programme, title="Без място", **{**full, "location": ""}, **WEEKLY)
    published_event(programme, title="Без картина", **{**full, "image": None})
    published_event(programme, title="Без описание", **{**full, "lead": ""})
    online = {"attendance_mode": "online", "online_url": "https://video.example/"}
    published_event(programme, title="Онлайн", **{**full, "location": "", **online})
    published_event(programme, title="Празно")
    found = {one.event.title: one.missing for one in panel()["unfinished"]}
    assert found == {
        "Без място": "място",
        "Без картина": "изображение",
        "Без описание": "описание",
        "Празно": "място, изображение, описание",
    }


def test_the_dashboard_shows_the_panel_with_links(client: Any, person: Any, programme: Any) -> None:
    client.force_login(person)
    ClosureFactory(start_date=date(2026, 12, 2), reason="Ремонт")
    event = published_event(programme, title="Клуб <по> четене", **WEEKLY)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    asked = reverse("events_closed_dates", args=[event.pk])
    assert f'href="{asked}#d202612021800"' in page
    assert 'id="d202612021800"' in client.get(asked).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[event.pk]) in page
    assert "сряда, 25 ноември" in page
    assert "Клуб &lt;по&gt; четене" in page
    assert "няма: място, изображение, описание" in page


def test_an_empty_programme_shows_no_panel(client: Any, person: Any) -> None:
    client.force_login(person)
    assert "library-programme" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_only_events_that_the_person_may_edit_are_shown(
    panel: Any, programme: Any, django_user_model: Any
) -> None:
    ClosureFactory(start_date=date(2026, 12, 2))
    mine = published_event(programme, title="Мое", **WEEKLY)
    published_event(programme, title="Чуждо", **WEEKLY)
    somebody = django_user_model.objects.create_user("pisar")
    assert not any(panel(somebody).values())
    group = Group.objects.create(name="писари")
    may = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=may)
    somebody = django_user_model.objects.get(pk=somebody.pk)
    somebody.groups.add(group)
    told = panel(somebody)
    assert {row.event.title for _, rows in told["days"] for row in rows} == {"Мое"}
    assert [one.row.event.title for one in told["conflicts"]] == ["Мое"]
    assert [one.event.title for one in told["unfinished"]] == ["Мое"]


def test_a_withdrawn_event_is_not_shown(panel: Any, programme: Any) -> None:
    published_event(programme, **WEEKLY).unpublish()
    assert not any(panel().values())


def test_each_query_has_a_reason_and_their_number_does_not_grow(
    panel: Any, programme: Any, count_queries: Any
) -> None:
    ClosureFactory(start_date=date(2026, 12, 2))
    published_event(programme, **WEEKLY)
    panel()
    with count_queries(*REASONS):
        panel()
    for _ in range(3):
        published_event(programme, department=DepartmentFactory(), **WEEKLY)
    panel()
    with count_queries(*REASONS):
        panel()


def test_a_hundred_rows_are_shown_at_most(panel: Any, programme: Any) -> None:
    ClosureFactory(start_date=date(2026, 11, 23), end_date=date(2027, 1, 30))
    for _ in range(8):
        published_event(programme, recurrence="FREQ=DAILY")
    told = panel()
    assert sum(len(rows) for _, rows in told["days"]) == 60
    assert len(told["conflicts"]) == 20
    assert told["more"]
