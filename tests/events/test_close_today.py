"""„Затваряме днес“: three taps on a phone, at once for the readers, and taken back by one more."""

from datetime import date
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from events_factories import (
    DepartmentFactory,
    library_hours,
    opening_exception,
    opening_hours,
    published_event,
)
from wagtail.models import ModelLogEntry

from events.hours import resolve
from events.models import Closure, ClosureTemplate, OpeningException
from events.timetable import timetable

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
CLOSE, CONFIRM = reverse("events_close_today"), reverse("events_confirm_closing")


@pytest.fixture
def editor(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


@pytest.fixture
def art(editor: Any) -> Any:
    department = DepartmentFactory(name="Изкуство", slug="izkustvo")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], department)
    return department


@pytest.fixture
def fault() -> ClosureTemplate:
    return ClosureTemplate.objects.get(name="Авария")


def hours_today(slug: str = "") -> str:
    return ", ".join(map(str, resolve(timetable().schedule(slug), TODAY).intervals)) or "затворено"


def closing(template: ClosureTemplate | None = None, **values: Any) -> dict[str, Any]:
    texts = {name: getattr(template, name) for name in ("reason", "reason_en")} if template else {}
    told = {name: getattr(template, name) for name in ("announcement", "announcement_en")} if template else {}
    return {"when": "day", "since": "10:00", "department": "", **texts, **told, **values}


def close(editor: Any, template: ClosureTemplate, **values: Any) -> Any:
    return editor.post(f"{CONFIRM}?template={template.pk}", closing(template, **values))


def test_three_taps_close_the_library_and_cancel_todays_events_by_their_policy(
    editor: Any, programme: Any, fault: ClosureTemplate
) -> None:
    obedient = published_event(programme, title="Клуб", closure_policy="cancel", start_date=TODAY)
    asked = published_event(programme, title="Среща", start_date=TODAY)
    assert CLOSE in editor.get("/admin/").content.decode()
    address = f"{CONFIRM}?template={fault.pk}"
    assert address in editor.get(CLOSE).content.decode()
    page = editor.get(address).content.decode()
    assert "Цялата библиотека: 8:30–18:30" in page
    assert "Клуб</a>: <strong>отменя се" in page
    assert "Среща</a>: <strong>стои в програмата" in page
    assert 'value="авария в сградата"' in page

    response = close(editor, fault)
    assert response.status_code == 302
    closure = Closure.objects.get()
    assert (closure.state, closure.start_date, closure.last_day) == ("confirmed", TODAY, TODAY)
    assert (closure.reason, closure.reason_en) == ("авария в сградата", "a fault in the building")
    assert closure.announcement.startswith("Днес не обслужваме читатели")
    assert hours_today() == "затворено"
    assert obedient.occurrences.get().status == "cancelled"
    assert asked.occurrences.get().status == "planned"
    dashboard = editor.get("/admin/").content.decode()
    assert "чакат решение" in dashboard
    assert "Среща" in dashboard


def test_one_more_tap_opens_the_doors_again(editor: Any, programme: Any, fault: ClosureTemplate) -> None:
    event = published_event(programme, closure_policy="cancel", start_date=TODAY)
    done = close(editor, fault).url
    assert "Оттегли затварянето" in editor.get(done).content.decode()
    assert editor.post(done).url == reverse("wagtailadmin_home")
    assert Closure.objects.get().state == "withdrawn"
    assert hours_today() == "8:30–18:30"
    assert event.occurrences.get().status == "planned"
    told = list(ModelLogEntry.objects.order_by("pk").values_list("action", "user__username"))
    assert told == [("events.today.close", "admin"), ("events.closure.withdraw", "admin")]


def test_closing_from_an_hour_is_an_exception_of_the_day_that_says_the_hour(
    editor: Any, art: Any, programme: Any, fault: ClosureTemplate
) -> None:
    published_event(programme, title="Вечер", start_date=TODAY)
    look = close(editor, fault, when="since", since="15:00", **{"check-hits": "1"})
    assert "Вечер</a>" in look.content.decode()
    assert not OpeningException.objects.exists()
    done = close(editor, fault, when="since", since="15:00").url
    said = OpeningException.objects.get()
    assert (said.date, said.reason) == (TODAY, "авария в сградата")
    assert said.announcement == "Днес затваряме в 15:00: авария в сградата."
    assert said.announcement_en == "We close today at 15:00: a fault in the building."
    assert (hours_today(), hours_today("izkustvo")) == ("8:30–15:00", "8:30–15:00")
    assert said in timetable().announced
    editor.post(done)
    assert not OpeningException.objects.exists()
    assert hours_today() == "8:30–18:30"


def test_one_department_is_closed_and_the_others_stay_open(
    editor: Any, art: Any, fault: ClosureTemplate
) -> None:
    close(editor, fault, department=str(art.pk))
    assert (hours_today("izkustvo"), hours_today()) == ("затворено", "8:30–18:30")
    assert [one.slug for one in Closure.objects.get().departments.all()] == ["izkustvo"]


def test_exceptions_do_not_keep_a_door_open_and_come_back_when_it_is_undone(
    editor: Any, art: Any, fault: ClosureTemplate
) -> None:
    opening_exception(TODAY, ("08:30", "22:00"), reason="Нощ на библиотеките")
    opening_exception(TODAY, ("08:30", "12:00"), ("13:00", "20:00"), department=art, reason="Изложба")
    done = close(editor, fault).url
    assert (hours_today(), hours_today("izkustvo")) == ("затворено", "затворено")
    editor.post(done)
    assert (hours_today(), hours_today("izkustvo")) == ("8:30–22:00", "8:30–12:00, 13:00–20:00")
    assert set(OpeningException.objects.values_list("reason", flat=True)) == {
        "Нощ на библиотеките",
        "Изложба",
    }


def test_an_exception_is_cut_at_the_hour(editor: Any, fault: ClosureTemplate) -> None:
    opening_exception(TODAY, ("08:30", "22:00"), reason="Нощ на библиотеките")
    close(editor, fault, when="since", since="19:30")
    assert hours_today() == "8:30–19:30"
    assert OpeningException.objects.count() == 1


def test_an_exception_that_ends_before_the_hour_stays_as_it_is(
    editor: Any, art: Any, fault: ClosureTemplate
) -> None:
    opening_exception(TODAY, ("08:30", "12:00"), department=art, reason="Изложба")
    close(editor, fault, when="since", since="15:00")
    assert OpeningException.objects.get(department=art).reason == "Изложба"
    assert hours_today("izkustvo") == "8:30–12:00"


def test_a_second_tap_closes_nothing_twice(editor: Any, fault: ClosureTemplate) -> None:
    close(editor, fault)
    response = close(editor, fault)
    assert response.status_code == 200
    assert "Тогава и без това е затворено" in response.content.decode()
    assert Closure.objects.count() == 1


def test_what_somebody_has_changed_since_is_not_undone(editor: Any, fault: ClosureTemplate) -> None:
    done = close(editor, fault).url
    closure = Closure.objects.get()
    editor.post(reverse("events_closure_state", args=[closure.pk, "withdrawn"]))
    response = editor.post(done)
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("някой е променил" in text for text in told)
    assert ModelLogEntry.objects.filter(action="events.closure.withdraw").count() == 1


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"when": "since", "since": ""}, "since", "от колко часа затваряте"),
        ({"when": "since", "since": "25:00"}, "since", "валид"),
        ({"when": "tomorrow"}, "when", "валиден избор"),
        ({"department": "0"}, "department", "Няма такъв отдел"),
        ({"reason": ""}, "reason", "задължително"),
        ({"reason": "а" * 201}, "reason", "200"),
        ({"announcement": "а" * 1001}, "announcement", "1000"),
    ],
)
def test_what_is_wrong_is_told_at_the_field_and_nothing_is_closed(
    editor: Any, fault: ClosureTemplate, values: dict[str, str], field: str, message: str
) -> None:
    response = close(editor, fault, **values)
    assert response.status_code == 200
    assert message in str(response.context["form"].errors[field][0])
    assert not Closure.objects.exists()
    assert not OpeningException.objects.exists()


def test_after_hours_there_is_nothing_to_close(editor: Any, fault: ClosureTemplate, monday: Any) -> None:
    response = close(editor, fault, when="since", since="18:30")
    assert "Тогава и без това е затворено" in response.content.decode()
    monday.move_to("2026-11-22T10:00:00+00:00")
    assert "Днес и без това е затворено" in editor.get(CONFIRM).content.decode()
    assert close(editor, fault).status_code == 200


def test_an_unknown_closing_or_template_is_no_error_of_the_server(editor: Any) -> None:
    number = "0b6f1d2e-0000-4000-8000-000000000000"
    assert editor.get(reverse("events_closed_today", args=[number])).status_code == 404
    assert editor.post(reverse("events_closed_today", args=[number])).status_code == 404
    for asked in ("x", "999999", "-1", "²", "9" * 40):
        assert editor.get(CONFIRM, {"template": asked}).status_code == 200


def test_closing_costs_no_more_queries_with_more_departments(editor: Any, fault: ClosureTemplate) -> None:
    editor.post(close(editor, fault).url)
    with CaptureQueriesContext(connection) as few:
        done = close(editor, fault).url
    editor.post(done)
    for number in range(12):
        opening_hours([(0, "09:00", "17:00")], DepartmentFactory(slug=f"otdel{number}"))
    with CaptureQueriesContext(connection) as many:
        close(editor, fault)
    assert len(many) == len(few)
