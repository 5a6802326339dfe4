"""The next dates while an event's form is being filled in: what publishing would make, with its marks."""

import json
from datetime import date, datetime, time
from typing import Any

import pytest
from dates_form import LAST_THURSDAY, WEEKLY, parts, posted, row, url
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    change,
    last_thursday,
    library_hours,
    published_event,
)
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from events.models import EventOccurrence, EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Any, django_user_model: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def ask(editor: Any, programme: Any, *changes: dict[str, str], **values: str) -> Any:
    response = editor.post(url(programme), posted(*changes, **values))
    assert response.status_code == 200
    return response.json()


def test_the_sentence_and_the_next_twelve_dates_are_shown(editor: Any, programme: Any) -> None:
    answer = ask(editor, programme, **LAST_THURSDAY)
    assert answer["sentence"] == "Всеки последен четвъртък от месеца, 18:00–19:30"
    assert answer["html"].count("<tr data-date") == 12
    assert "четвъртък, 31 декември 2026\xa0г., 18:00–19:30" in answer["html"]
    assert answer["errors"] == {}
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        LAST_THURSDAY,
        {**WEEKLY, "recurrence_interval": "2", "recurrence_weekdays": "MO"},
        {"recurrence_frequency": "DAILY", "recurrence_count": "5"},
        {**WEEKLY, "recurrence_until": "31.12.2026", "recurrence_ends": "until"},
        {"recurrence_frequency": "YEARLY"},
    ],
)
def test_the_dates_are_those_that_publishing_makes(
    editor: Any, programme: Any, values: dict[str, str]
) -> None:
    answer = ask(editor, programme, **values)
    data = {**posted(**values), "title": "Клуб", "attendance_mode": "offline", "action-publish": "1"}
    data |= nested_form_data({"body": {"count": 0}, "comments": inline_formset([]), **parts()})
    data |= {"status": "planned", "closure_policy": "ask"}
    add = reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk])
    assert editor.post(add, data).status_code == 302
    published = [one.when for one in EventOccurrence.objects.order_by("start")[:12]]
    shown = [part.split('"')[0] for part in answer["html"].split('data-when="')[1:]]
    assert shown[: len(published)] == published
    assert published


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        ({"start_date": "26.11.2026"}, "затворено: неработен ден с читатели"),
        ({"start_date": "24.12.2026"}, "официален празник: Бъдни вечер"),
        ({"start_date": "28.03.2027"}, "часовникът се мести с час напред"),
        ({"start_date": "31.10.2027"}, "часовникът се мести с час назад"),
        ({"start_date": "20.11.2026"}, "вече е минала"),
        ({"status": "cancelled", "status_reason": "Ремонт"}, "отменено: Ремонт"),
    ],
)
def test_a_date_says_what_is_unusual_about_it(
    editor: Any, programme: Any, values: dict[str, str], mark: str
) -> None:
    last_thursday()
    assert mark in ask(editor, programme, **values)["html"]


def test_a_confirmed_holiday_is_named_once(editor: Any, programme: Any) -> None:
    ClosureFactory(kind="holiday", reason="Бъдни вечер", start_date=date(2026, 12, 24))
    html = ask(editor, programme, start_date="24.12.2026")["html"]
    assert html.count("Бъдни вечер") == 1


def test_changes_of_dates_are_shown_with_the_row_that_makes_them(editor: Any, programme: Any) -> None:
    rows = [
        row(recurrence_id="25.11.2026 18:00", reason="Лекторът е болен"),
        row(kind="moved", recurrence_id="02.12.2026 18:00", new_start="03.12.2026 17:00"),
        row(kind="extra", new_start="05.12.2026 11:00"),
    ]
    html = ask(editor, programme, *rows, **WEEKLY)["html"]
    assert "отменено: Лекторът е болен" in html
    assert "преместена от сряда, 2 декември 2026\xa0г., 18:00" in html
    assert "добавена дата" in html
    assert [f'data-change="changes-{number}"' in html for number in range(4)] == [True, True, True, False]


def test_a_row_marked_for_deletion_changes_nothing(editor: Any, programme: Any) -> None:
    answer = ask(editor, programme, {**row(recurrence_id="25.11.2026 18:00"), "DELETE": "1"}, **WEEKLY)
    assert "отмен" not in answer["html"].lower().replace("отмени", "")


@pytest.mark.parametrize(
    ("rows", "values", "field", "message"),
    [
        ([], {"recurrence_frequency": "DAILY", "recurrence_interval": "0"}, "recurrence", "1"),
        ([], {**WEEKLY, "recurrence_until": "01.11.2026"}, "recurrence", "свършва преди първата"),
        (
            [],
            {**WEEKLY, "recurrence_until": "31.12.2026", "recurrence_count": "5"},
            "recurrence",
            "едно от двете",
        ),
        ([], {**WEEKLY, "recurrence_ends": "never", "recurrence_count": "5"}, "recurrence", "без край"),
        ([], {**WEEKLY, "recurrence_ends": "count"}, "recurrence", "колко са датите"),
        ([], {**WEEKLY, "recurrence_ends": "until"}, "recurrence", "до коя дата"),
        ([], {"recurrence_frequency": "HOURLY"}, "recurrence", "HOURLY"),
        ([], {"end_time": "17:00"}, "end_time", "не е след началото"),
        ([], {"start_date": "25.11.0001"}, "start_date", "Годината"),
        ([row(recurrence_id="26.11.2026 18:00")], WEEKLY, "changes-0-recurrence_id", "няма такава дата"),
        (
            [row(kind="extra", new_start="02.12.2026 18:00")],
            WEEKLY,
            "changes-0-new_start",
            "вече има друга дата",
        ),
    ],
)
def test_a_mistake_is_told_at_its_field(
    editor: Any, programme: Any, rows: list[dict[str, str]], values: dict[str, str], field: str, message: str
) -> None:
    answer = ask(editor, programme, *rows, **values)
    assert list(answer["errors"]) == [field]
    assert message in answer["errors"][field][0]
    assert message in answer["summary"]


def test_a_half_filled_form_has_no_errors(editor: Any, programme: Any) -> None:
    answer = ask(editor, programme, start_date="", start_time="")
    assert answer["errors"] == {}
    assert "Въведете първата дата" in answer["summary"]


def test_a_series_that_has_ended_says_so(editor: Any, programme: Any) -> None:
    values = {"recurrence_frequency": "DAILY", "recurrence_count": "10000", "start_date": "01.01.1990"}
    assert "Няма предстоящи дати" in ask(editor, programme, **values)["summary"]


def test_a_start_beside_its_rule_is_offered_to_be_moved(editor: Any, programme: Any) -> None:
    answer = ask(editor, programme, **{**LAST_THURSDAY, "start_date": "23.11.2026"})
    assert answer["aligned"]["values"] == {"start_date": "26.11.2026"}
    assert answer["aligned"]["button"] == "Премести началото на 26.11.2026"
    assert "23.11.2026 не е дата" in answer["aligned"]["text"]


def test_the_policy_of_an_event_is_kept(editor: Any, programme: Any) -> None:
    last_thursday()
    html = ask(editor, programme, **LAST_THURSDAY, closure_policy="cancel")["html"]
    assert "отменено: неработен ден с читатели" in html


def test_dates_of_a_department_follow_its_closures(editor: Any, programme: Any) -> None:
    art = DepartmentFactory(name="Изкуство")
    ClosureFactory(reason="Ремонт на залата", departments=[art])
    assert "Ремонт на залата" not in ask(editor, programme)["html"]
    assert "Ремонт на залата" in ask(editor, programme, department=str(art.pk))["html"]


def test_a_rule_of_ten_thousand_dates_is_answered(editor: Any, programme: Any) -> None:
    values = {"recurrence_frequency": "DAILY", "recurrence_count": "10000", "start_date": "01.01.2020"}
    assert ask(editor, programme, **values)["html"].count("<tr data-date") == 12


def test_a_series_far_ahead_shows_its_first_dates(editor: Any, programme: Any) -> None:
    answer = ask(editor, programme, start_date="25.11.2040", **WEEKLY)
    assert answer["html"].count("<tr data-date") == 12


def test_the_form_of_an_event_asks_for_its_dates(editor: Any, programme: Any) -> None:
    event = published_event(
        programme,
        change("note", datetime(2026, 11, 25, 18), note="С превод"),
        recurrence="FREQ=WEEKLY;BYDAY=WE",
    )
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    assert f'data-url="{reverse("events_admin:planned_dates")}?page={event.pk}"' in page
    new = editor.get(reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk]))
    assert f"?parent={programme.pk}" in new.content.decode()


def test_a_department_s_week_does_not_stand_in_the_way(editor: Any, programme: Any) -> None:
    library_hours()
    answer = ask(editor, programme, start_time=f"{time(3, 30):%H:%M}", end_time="", start_date="28.03.2027")
    assert "4:30" in answer["html"]
    assert json.dumps(answer)
