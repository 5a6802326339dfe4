"""The forms of opening hours, exceptions and closures, as an editor meets them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    library_hours,
    opening_exception,
    opening_hours,
    published_event,
)
from wagtail.test.utils.form_data import nested_form_data

from events.models import Closure, Department, EventOccurrence, OpeningException, OpeningHours
from events.views.saving import HoursCreateView

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Any, django_user_model: Any, locales: Any, monday: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def add(editor: Any, model: str, data: dict[str, Any]) -> Any:
    return editor.post(reverse(f"wagtailsnippets_events_{model}:add"), nested_form_data(data))


def errors_of(response: Any) -> dict[str, str]:
    assert response.status_code == 200
    form = response.context["form"]
    found = {name: str(errors[0]) for name, errors in form.errors.items()}
    for formset in form.formsets.values():
        for row in formset.forms:
            found |= {name: str(errors[0]) for name, errors in row.errors.items()}
    return found


def week(*days: tuple[int, str], **values: str) -> dict[str, Any]:
    hours = {f"day_{number}": "" for number in range(7)} | {f"day_{number}": text for number, text in days}
    dates = {"valid_from": "", "valid_until": "", "department": ""}
    return {"name": "Лятно работно време", **dates, **hours, **values}


def test_a_week_with_a_pause_at_noon_is_saved_as_it_is_written(editor: Any) -> None:
    data = week((0, "8:30–12:00, 13–18.30"), (1, "0830-1830"), (5, "затворено"))
    assert add(editor, "openinghours", data).status_code == 302
    rows = OpeningHours.objects.get().intervals.values_list("weekday", "opens", "closes")
    assert [(day, f"{opens:%H:%M}", f"{closes:%H:%M}") for day, opens, closes in rows] == [
        (0, "08:30", "12:00"),
        (0, "13:00", "18:30"),
        (1, "08:30", "18:30"),
    ]


def test_a_changed_week_keeps_the_rows_that_stay(editor: Any) -> None:
    hours = library_hours()
    before = set(hours.intervals.values_list("pk", flat=True))
    url = reverse("wagtailsnippets_events_openinghours:edit", args=[hours.pk])
    page = editor.get(url)
    assert page.context["form"]["day_5"].value() == "8:30–14:30"
    days = [(day, "8:30–18:30") for day in range(5)]
    assert editor.post(url, week(*days, (5, "9–14"))).status_code == 302
    after = set(hours.intervals.values_list("pk", flat=True))
    assert len(before & after) == 5
    assert hours.intervals.get(weekday=5).opens.hour == 9


def test_what_was_typed_stays_in_its_cell_beside_the_error(editor: Any) -> None:
    response = add(editor, "openinghours", week((0, "8:30-12:30, 13-"), (2, "10-14")))
    assert "не се чете като часове" in errors_of(response)["day_0"]
    page = response.content.decode()
    assert 'value="8:30-12:30, 13-"' in page
    assert 'value="10–14"' in page or 'value="10-14"' in page
    assert 'id="id_day_0-errors"' in page


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        (week((0, "8:30–12:00, 11–18:30")), "day_0", "се застъпват"),
        (week((1, "18:30-8:30")), "day_1", "преди началото"),
        (week((4, "20-2")), "day_4", "през полунощ"),
        (week((4, "20:00–0:00")), "day_4", "през полунощ"),
        (week((4, "20–24")), "day_4", "през полунощ"),
        (week((6, "8:30–8:30")), "day_6", "съвпадат"),
        (week((0, "сутрин")), "day_0", "не се чете"),
        (week((0, "8:75–12")), "day_0", "не се чете"),
        (week((0, ", ".join(f"{hour}-{hour}.30" for hour in range(8, 17)))), "day_0", "повече от 8"),
        (week(department="0"), "department", "Няма такъв отдел"),
        (week(valid_from="01.07.2027"), "valid_until", "и първи, и последен ден"),
        (week(valid_from="01.09.2027", valid_until="01.07.2027"), "valid_until", "Краят е преди началото"),
        (week(valid_from="01.07.1927", valid_until="01.08.1927"), "valid_from", "между 1990 и 2100"),
        (week(valid_from="01.07.2027", valid_until="01.09.2029"), "valid_until", "по-дълъг от 366 дни"),
        (week(valid_from="15.08.2027", valid_until="15.10.2027"), "valid_from", "застъпва с „Август“"),
        (week(valid_from="05.08.2027", valid_until="06.08.2027"), "valid_from", "застъпва с „Август“"),
    ],
)
def test_bad_hours_are_told_at_the_field(editor: Any, data: dict[str, Any], field: str, message: str) -> None:
    opening_hours([], name="Август", valid_from=date(2027, 8, 1), valid_until=date(2027, 8, 31))
    found = errors_of(add(editor, "openinghours", data))
    assert message in found[field]
    assert OpeningHours.objects.count() == 1


def test_a_second_regular_week_of_a_department_is_refused(editor: Any) -> None:
    art = DepartmentFactory()
    library_hours()
    assert add(editor, "openinghours", week(department=str(art.pk))).status_code == 302
    found = errors_of(add(editor, "openinghours", week(department=str(art.pk))))
    assert "Вече има редовна седмица" in found["department"]
    assert "Вече има редовна седмица" in errors_of(add(editor, "openinghours", week()))["department"]


def exception(hours: str = "", **values: str) -> dict[str, Any]:
    texts = {"date": "24.12.2026", "reason": "Бъдни вечер", "reason_en": "", "department": ""}
    said = {"announcement": "", "announcement_en": "", "hours": hours}
    return {**texts, **said, **values}


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        (exception(date="31.12.2026"), "date", "вече има изключение"),
        (exception(date="30.02.2026"), "date", "валидна дата"),
        (exception(date="24.12.2206"), "date", "между 1990 и 2100"),
        (exception("10–12, 11–13"), "hours", "се застъпват"),
        (exception("10–9"), "hours", "преди началото"),
        (exception(reason=""), "reason", "задължително"),
    ],
)
def test_a_bad_exception_is_told_at_the_field(
    editor: Any, data: dict[str, Any], field: str, message: str
) -> None:
    opening_exception(date(2026, 12, 31))
    assert message in errors_of(add(editor, "openingexception", data))[field]
    assert OpeningException.objects.count() == 1


def closure(**values: str) -> dict[str, str]:
    texts = {"kind": "repair", "reason": "Смяна на радиатори", "reason_en": "", "action-confirm": "1"}
    dates = {"start_date": "02.12.2026", "end_date": "", "announce_from": "", "recurrence_frequency": ""}
    return {**texts, **dates, "announcement": "", "announcement_en": "", **values}


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"end_date": "01.12.2026"}, "end_date", "Краят е преди началото"),
        ({"end_date": "01.12.2066"}, "end_date", "по-дълъг от 400 дни"),
        ({"start_date": "02.12.1826"}, "start_date", "между 1990 и 2100"),
        ({"start_date": "02.13.2026"}, "start_date", "валидна дата"),
        ({"kind": "picnic"}, "kind", "валиден избор"),
        (
            {"recurrence_frequency": "MONTHLY_WEEKDAY", "recurrence_weekdays": "TH"},
            "recurrence",
            "кой поред",
        ),
        (
            {
                "recurrence_frequency": "MONTHLY_WEEKDAY",
                "recurrence_weekdays": "TH",
                "recurrence_nth": "-1",
                "end_date": "03.12.2026",
            },
            "recurrence",
            "не дава нито една дата",
        ),
    ],
)
def test_a_bad_closure_is_told_at_the_field(
    editor: Any, values: dict[str, str], field: str, message: str
) -> None:
    assert message in errors_of(add(editor, "closure", closure(**values)))[field]
    assert not Closure.objects.exists()


def test_the_standing_rule_is_one_row(editor: Any) -> None:
    values = {"recurrence_frequency": "MONTHLY_WEEKDAY", "recurrence_weekdays": "TH", "recurrence_nth": "-1"}
    response = add(
        editor, "closure", closure(kind="no_readers", reason="", start_date="01.01.2026", **values)
    )
    assert response.status_code == 302
    saved = Closure.objects.get()
    assert saved.recurrence == "FREQ=MONTHLY;BYDAY=-1TH"
    page = editor.get(reverse("wagtailsnippets_events_closure:edit", args=[saved.pk])).content.decode()
    assert "Всеки последен четвъртък от месеца" in page
    assert "четвъртък, 26 ноември 2026" in page


def test_saving_a_closure_cancels_events_by_their_policy_and_names_the_others(
    editor: Any, programme: Any
) -> None:
    rule = {"recurrence": "FREQ=WEEKLY;BYDAY=WE;COUNT=6"}
    obedient = published_event(programme, closure_policy="cancel", **rule)
    published_event(programme, title="Приказна сряда", **rule)
    response = add(editor, "closure", closure(**{"hits-seen": "1"}))
    row = EventOccurrence.objects.get(event=obedient, slug="2026-12-02")
    assert (row.status, row.status_reason) == ("cancelled", "ремонт – Смяна на радиатори")
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("02.12.2026 – Приказна сряда" in text for text in told)


def test_deleting_a_closure_restores_the_events_it_had_cancelled(editor: Any, programme: Any) -> None:
    event = published_event(programme, closure_policy="cancel", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=6")
    add(editor, "closure", closure(**{"hits-seen": "1"}))
    editor.post(reverse("wagtailsnippets_events_closure:delete", args=[Closure.objects.get().pk]))
    assert set(event.occurrences.values_list("status", flat=True)) == {"planned"}


# The lists of translatable records cost two queries a row more: the buttons of wagtail-localize ask for them.
@pytest.mark.parametrize("model", ["closure", "openinghours", "openingexception"])
def test_lists_in_the_admin_do_not_ask_for_each_row(
    editor: Any, model: str, django_assert_num_queries: Any
) -> None:
    url = reverse(f"wagtailsnippets_events_{model}:list")
    fill(2)
    editor.get(url)
    with CaptureQueriesContext(connection) as few:
        editor.get(url)
    fill(12)
    with django_assert_num_queries(len(few)):
        assert editor.get(url).status_code == 200


def fill(number: int) -> None:
    for _ in range(number):
        department, day = DepartmentFactory(), date(2026, 12, 1) + timedelta(Department.objects.count())
        ClosureFactory(departments=[department], start_date=day)
        opening_hours([(0, "08:30", "17:00")], department)
        opening_exception(day, department=department)


def test_lists_of_the_admin_name_the_dates_to_come(editor: Any) -> None:
    ClosureFactory(start_date=date(2031, 5, 2), end_date=date(2031, 5, 4))
    closures = editor.get(reverse("wagtailsnippets_events_closure:list")).content.decode()
    assert "02.05.2031" in closures
    assert "04.05.2031" in closures


RACES = [
    ("openingexception", exception("10–14"), "date", "вече има изключение"),
    ("openinghours", week((0, "8–12")), "department", "Вече има редовна седмица"),
]


def look_away(monkeypatch: Any, model: Any) -> None:
    """Let a form see nothing of what another has saved, until it saves itself."""
    seen = {name: getattr(model, name) for name in ("clean", "validate_constraints")}
    save = HoursCreateView.save_instance
    for name in seen:
        monkeypatch.setattr(model, name, lambda *args, **kwargs: None)

    def look_again(view: HoursCreateView) -> Any:
        for name, check in seen.items():
            monkeypatch.setattr(model, name, check)
        return save(view)

    monkeypatch.setattr(HoursCreateView, "save_instance", look_again)


@pytest.mark.parametrize(("model", "data", "field", "message"), RACES)
def test_of_two_who_save_at_once_the_second_is_told_and_loses_nothing(
    editor: Any, monkeypatch: Any, model: str, data: dict[str, Any], field: str, message: str
) -> None:
    if model == "openingexception":
        opening_exception(date(2026, 12, 24))
    else:
        opening_hours([])
    look_away(monkeypatch, OpeningException if model == "openingexception" else OpeningHours)
    response = add(editor, model, data)
    assert message in errors_of(response)[field]
    assert data.get("hours", data.get("day_0")).replace("–", "-") in response.content.decode().replace(
        "–", "-"
    )


def test_a_department_of_another_language_is_refused_with_its_name_of_the_field(
    editor: Any, locales: Any
) -> None:
    english = str(DepartmentFactory(name="Art", slug="art", locale=locales.en).pk)
    assert (
        "Няма такъв отдел на български"
        in errors_of(add(editor, "openinghours", week(department=english)))["department"]
    )
    refused = errors_of(add(editor, "openingexception", exception(department=english)))
    assert "Няма такъв отдел на български" in refused["department"]
    refused = errors_of(add(editor, "closure", closure(departments=english)))
    assert "Няма такъв отдел на български" in refused["departments"]
