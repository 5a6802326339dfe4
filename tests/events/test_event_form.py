"""The form of an event, as an editor meets it: errors stand at their fields and nothing is lost."""

from datetime import date
from typing import Any

import pytest
from dates_form import parts
from django.contrib.messages import get_messages
from django.urls import reverse
from events_factories import DepartmentFactory, last_thursday, library_hours, published_event
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from events.models import EventOccurrence, EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Any, django_user_model: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def change_row(**values: str) -> dict[str, str]:
    empty = {"kind": "cancelled", "recurrence_id": "", "reason": "", "new_start": "", "new_end": ""}
    return {**empty, "location": "", "note": "", **values}


def posted(changes: list[dict[str, str]] | None = None, initial: int = 0, **values: str) -> dict[str, str]:
    """A filled-in form; `values` replace or add fields."""
    data: dict[str, Any] = {
        "title": "Клуб по четене",
        "slug": "klub-po-chetene",
        "lead": "Говорим за книги.",
        "start_date": "25.11.2026",
        "start_time": "18:00",
        "end_date": "",
        "end_time": "19:30",
        "opening_start": "",
        "recurrence_frequency": "",
        "location": "Читалня",
        "attendance_mode": "offline",
        "status": "planned",
        "closure_policy": "ask",
        "body": streamfield([]),
        "changes": inline_formset(changes or [], initial=initial),
        "comments": inline_formset([]),
        **parts(),
    }
    return nested_form_data({**data, **values})


def add(editor: Any, programme: Any, data: dict[str, str]) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk])
    return editor.post(url, data)


def errors_of(response: Any) -> dict[str, list[str]]:
    form = response.context["form"]
    found = {name: list(map(str, errors)) for name, errors in form.errors.items()}
    for row in form.formsets["changes"].forms:
        found |= {name: list(map(str, errors)) for name, errors in row.errors.items()}
    return found


def test_an_event_is_saved_as_a_draft_without_dates_in_public(editor: Any, programme: Any) -> None:
    response = add(editor, programme, posted())
    assert response.status_code == 302
    assert EventPage.objects.get().live is False
    assert not EventOccurrence.objects.exists()


def test_an_event_is_published_with_its_dates(editor: Any, programme: Any) -> None:
    response = add(editor, programme, posted(**{"action-publish": "1", "recurrence_frequency": "WEEKLY"}))
    assert response.status_code == 302
    event = EventPage.objects.get()
    assert event.recurrence == "FREQ=WEEKLY;BYDAY=WE"
    assert event.occurrences.count() > 100


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"start_date": "31.02.2026"}, "start_date", "валидна дата"),
        ({"start_date": "25.11.1926"}, "start_date", "Годината трябва да е между 1990 и 2100"),
        ({"start_date": "25.11.2126"}, "start_date", "Годината трябва да е между 1990 и 2100"),
        ({"end_date": "24.11.2026"}, "end_date", "Краят е преди началото"),
        ({"end_date": "24.11.2036"}, "end_date", "по-дълъг от 400 дни"),
        ({"end_time": "17:00"}, "end_time", "Краят не е след началото"),
        ({"end_time": "18:00"}, "end_time", "Краят не е след началото"),
        ({"start_time": ""}, "start_time", "няма начален час"),
        ({"start_time": "25:00"}, "start_time", "валиден час"),
        ({"end_date": "27.11.2026", "end_time": ""}, "end_time", "въведете и краен час"),
        ({"attendance_mode": "online"}, "online_url", "въведете адреса"),
        ({"online_url": "javascript:alert(1)"}, "online_url", "валиден"),
        ({"opening_start": "31.12.2026 17:30"}, "opening_start", "след края"),
        ({"opening_start": "25.11.1026 17:30"}, "opening_start", "Годината"),
        ({"recurrence_frequency": "HOURLY"}, "recurrence", "HOURLY"),
        ({"recurrence_frequency": "DAILY", "recurrence_interval": "0"}, "recurrence", "1"),
        ({"recurrence_frequency": "DAILY", "recurrence_interval": "много"}, "recurrence", "число"),
        (
            {"recurrence_frequency": "DAILY", "recurrence_count": "5", "recurrence_until": "31.12.2026"},
            "recurrence",
            "Оставете само едно от двете",
        ),
        ({"recurrence_frequency": "DAILY", "recurrence_count": "10001"}, "recurrence", "10000"),
        (
            {"recurrence_frequency": "DAILY", "recurrence_until": "01.11.2026"},
            "recurrence",
            "свършва преди първата дата",
        ),
        (
            {"recurrence_frequency": "MONTHLY_WEEKDAY", "recurrence_nth": "1"},
            "recurrence",
            "Изберете поне един ден",
        ),
        (
            {"recurrence_frequency": "MONTHLY_WEEKDAY", "recurrence_weekdays": "TH"},
            "recurrence",
            "кой поред",
        ),
        (
            {"start_date": "31.01.2027", "recurrence_frequency": "MONTHLY"},
            "recurrence",
            "„31“ не се поддържа",
        ),
        (
            {"recurrence_frequency": "KEEP", "recurrence_kept": "FREQ=YEARLY;BYWEEKNO=20"},
            "recurrence",
            "не може да се прочете",
        ),
        (
            {"end_date": "28.11.2026", "recurrence_frequency": "DAILY"},
            "end_date",
            "по-дълго от времето между две повторения",
        ),
        (
            {"recurrence_frequency": "WEEKLY", "opening_start": "25.11.2026 17:30"},
            "opening_start",
            "Откриване имат изложби",
        ),
    ],
)
def test_bad_dates_are_told_at_the_field(
    editor: Any, programme: Any, values: dict[str, str], field: str, message: str
) -> None:
    response = add(editor, programme, posted(**values))
    assert response.status_code == 200
    found = errors_of(response)
    assert list(found) == [field]
    assert message in found[field][0]
    assert "Говорим за книги." in response.content.decode()
    assert not EventPage.objects.exists()


WEEKLY = {"recurrence_frequency": "WEEKLY", "recurrence_weekdays": "WE", "recurrence_count": "6"}


@pytest.mark.parametrize(
    ("row", "field", "message"),
    [
        ({"recurrence_id": ""}, "recurrence_id", "Въведете коя дата се променя"),
        ({"recurrence_id": "26.11.2026 18:00"}, "recurrence_id", "няма такава дата"),
        ({"recurrence_id": "31.02.2026 18:00"}, "recurrence_id", "валидна дата/час"),
        ({"recurrence_id": "06.01.2027 18:00"}, "recurrence_id", "няма такава дата"),
        ({"kind": "extra"}, "new_start", "Въведете кога е допълнителната дата"),
        ({"kind": "moved", "recurrence_id": "25.11.2026 18:00"}, "new_start", "Въведете новото начало"),
        (
            {"kind": "moved", "recurrence_id": "25.11.2026 18:00", "new_start": "02.12.2026 18:00"},
            "new_start",
            "вече има друга дата",
        ),
        ({"kind": "extra", "new_start": "02.12.2026 18:00"}, "new_start", "вече има друга дата"),
        (
            {
                "kind": "moved",
                "recurrence_id": "25.11.2026 18:00",
                "new_start": "26.11.2026 18:00",
                "new_end": "26.11.2026 17:00",
            },
            "new_end",
            "Краят е преди началото",
        ),
    ],
)
def test_a_bad_change_of_one_date_is_told_in_its_row(
    editor: Any, programme: Any, row: dict[str, str], field: str, message: str
) -> None:
    response = add(editor, programme, posted([change_row(**row)], **WEEKLY))
    assert response.status_code == 200
    found = errors_of(response)
    assert list(found) == [field]
    assert message in found[field][0]


def test_one_date_is_not_changed_twice(editor: Any, programme: Any) -> None:
    row = change_row(recurrence_id="25.11.2026 18:00")
    response = add(editor, programme, posted([row, row], **WEEKLY))
    assert "вече се променя в друг ред" in errors_of(response)["recurrence_id"][0]


def test_two_dates_may_change_places(editor: Any, programme: Any) -> None:
    rows = [
        change_row(kind="moved", recurrence_id="25.11.2026 18:00", new_start="02.12.2026 18:00"),
        change_row(kind="moved", recurrence_id="02.12.2026 18:00", new_start="25.11.2026 18:00"),
    ]
    assert add(editor, programme, posted(rows, **WEEKLY)).status_code == 302


def test_a_start_that_is_not_a_date_of_its_rule_is_moved_and_the_editor_is_told(
    editor: Any, programme: Any
) -> None:
    response = add(editor, programme, posted(**{**WEEKLY, "start_date": "23.11.2026"}))
    assert EventPage.objects.get().start_date == date(2026, 11, 25)
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("23.11.2026 не е дата от повторението" in text for text in told)


def test_a_date_on_a_closed_day_is_told_with_the_closure(editor: Any, programme: Any) -> None:
    library_hours()
    last_thursday()
    response = add(editor, programme, posted(start_date="26.11.2026"))
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("26.11.2026 (неработен ден с читатели" in text for text in told)


@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        ("FREQ=DAILY", {"frequency": "DAILY"}),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", {"frequency": "WEEKLY", "interval": 2}),
        ("FREQ=MONTHLY;BYDAY=-1TH", {"frequency": "MONTHLY_WEEKDAY"}),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", {"frequency": "MONTHLY", "month_day": "-1"}),
        ("FREQ=YEARLY", {"frequency": "YEARLY"}),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T235959", {"frequency": "WEEKLY"}),
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=6", {"frequency": "WEEKLY", "count": 6}),
        ("FREQ=MONTHLY;BYDAY=1MO,3WE", {"frequency": "KEEP"}),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", {"frequency": "KEEP"}),
    ],
)
def test_saving_again_without_a_change_keeps_the_rule(
    editor: Any, programme: Any, rule: str, answers: dict[str, Any]
) -> None:
    event = published_event(programme, recurrence=rule)
    url = reverse("wagtailadmin_pages:edit", args=[event.pk])
    widget = editor.get(url).context["form"]["recurrence"].subwidgets[0].data["subwidgets"]
    shown = {one["name"].removeprefix("recurrence_"): one["value"] for one in widget}
    for name, value in answers.items():
        assert str(value) in (shown[name] if isinstance(shown[name], list) else [str(shown[name])])
    data = {f"recurrence_{name}": value for name, value in shown.items() if value not in (None, [], [""])}
    response = editor.post(url, {**posted(start_date=f"{event.start_date:%d.%m.%Y}"), **data})
    assert response.status_code == 302, errors_of(response)
    assert EventPage.objects.get().get_latest_revision_as_object().recurrence == rule


def test_the_form_shows_the_sentence_and_the_next_dates(editor: Any, programme: Any) -> None:
    event = published_event(programme, recurrence="FREQ=MONTHLY;BYDAY=-1TH", start_date=date(2026, 11, 26))
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    assert "Всеки последен четвъртък от месеца, 18:00–19:30" in page
    assert "четвъртък, 26 ноември 2026\xa0г., 18:00–19:30" in page


def test_an_empty_form_opens(editor: Any, programme: Any) -> None:
    url = reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk])
    page = editor.get(url).content.decode()
    assert "Датите се показват тук, след като запазите." in page
    assert "последен" in page


def test_autosave_of_a_half_filled_form_changes_nothing_public(editor: Any, programme: Any) -> None:
    event = published_event(programme, recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=6")
    before = list(EventOccurrence.objects.values_list("pk", "start"))
    url = reverse("wagtailadmin_pages:edit", args=[event.pk])
    data = posted(start_date="23.11.2026", title="Нов клуб", **WEEKLY)
    response = editor.post(url, data, headers={"accept": "application/json"})
    assert response.status_code == 200
    assert response.json()["success"] is True
    assert ["start_date", "25.11.2026"] in [list(pair) for pair in response.json()["field_updates"].items()]
    assert list(EventOccurrence.objects.values_list("pk", "start")) == before
    assert EventPage.objects.get().title != "Нов клуб"


def test_a_draft_is_previewed_with_its_own_dates(editor: Any, programme: Any) -> None:
    event = published_event(programme)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[event.pk])
    assert editor.post(url, posted(**WEEKLY)).json()["is_valid"] is True
    page = editor.get(url, {"mode": ""}).content.decode()
    assert "Всяка сряда" in page
    assert "30 декември 2026" in page
    assert EventOccurrence.objects.count() == 1


def test_departments_of_other_languages_are_not_offered(editor: Any, programme: Any, locales: Any) -> None:
    DepartmentFactory(name="Изкуство")
    DepartmentFactory(name="Art department", locale=locales.en)
    url = reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk])
    options = str(editor.get(url).context["form"]["department"])
    assert "Изкуство" in options
    assert "Art department" not in options
