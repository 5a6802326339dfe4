"""Dates on closed days: named on publishing, and kept, skipped or moved by the editor."""

from datetime import date, datetime
from typing import Any

import pytest
from dates_form import parts
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.urls import reverse
from events_factories import (
    change,
    last_thursday,
    library_hours,
    opening_exception,
    published_event,
)
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from events.actions import apply_closures
from events.models import EventPage
from events.models.conflicts import conflicts_of

pytestmark = pytest.mark.django_db

LAST_THURSDAYS = {"start_date": date(2026, 11, 26), "recurrence": "FREQ=MONTHLY;BYDAY=-1TH;COUNT=3"}
FIRST, SECOND, THIRD = "d202611261800", "d202612311800", "d202701281800"


@pytest.fixture
def closed(programme: Any) -> None:
    """Usual hours, closed for readers on the last Thursdays."""
    library_hours()
    last_thursday()


@pytest.fixture
def admin(client: Any, django_user_model: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def address(event: EventPage) -> str:
    return reverse("events_closed_dates", args=[event.pk])


def states(event: EventPage) -> dict[str, str]:
    return {f"{row.first_day}": row.status for row in event.occurrences.all()}


def said(response: Any) -> str:
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


def conflict_days(event: EventPage) -> list[str]:
    return [f"{one.row.first_day}" for one in conflicts_of(EventPage.objects.get(pk=event.pk))]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"closure_policy": "ask"}, ["2026-11-26", "2026-12-31", "2027-01-28"]),
        ({"closure_policy": "cancel"}, ["2026-11-26", "2026-12-31", "2027-01-28"]),
        ({"closure_policy": "keep"}, []),
        ({"status": "cancelled"}, []),
        ({"status": "postponed"}, []),
        ({"start_date": date(2026, 11, 25), "recurrence": ""}, []),
        ({"start_date": date(2026, 11, 20), "end_date": date(2026, 11, 26), "start_time": None,
          "end_time": None, "recurrence": ""}, []),
    ],
)  # fmt: skip
def test_the_policy_and_the_days_of_an_event_decide_what_is_asked(
    programme: Any, closed: None, values: dict[str, Any], expected: list[str]
) -> None:
    event = published_event(programme, **{**LAST_THURSDAYS, **values})
    assert conflict_days(event) == expected


@pytest.mark.parametrize(
    "decided",
    [
        change("cancelled", datetime(2026, 11, 26, 18)),
        change("note", datetime(2026, 11, 26, 18), note="Вход от двора", despite_closure=True),
        change("moved", datetime(2026, 11, 26, 18), new_start=datetime(2026, 11, 27, 18)),
    ],
    ids=lambda row: row.kind,
)
def test_a_date_that_was_decided_about_is_not_asked_again(programme: Any, closed: None, decided: Any) -> None:
    assert conflict_days(published_event(programme, decided, **LAST_THURSDAYS))[0] == "2026-12-31"


def test_an_exceptional_opening_leaves_nothing_to_decide(programme: Any, closed: None) -> None:
    opening_exception(date(2026, 11, 26), ("10:00", "20:00"))
    assert conflict_days(published_event(programme, **LAST_THURSDAYS))[0] == "2026-12-31"


def test_each_date_is_kept_skipped_or_moved(admin: Any, programme: Any, closed: None) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    shown = admin.get(address(event)).content.decode()
    assert "четвъртък, 26 ноември 2026\xa0г." in shown
    assert "неработен ден с читатели" in shown
    choices = {f"{FIRST}-choice": "keep", f"{SECOND}-choice": "skip", f"{THIRD}-choice": "move"}
    data = {**choices, f"{THIRD}-new_day": "29.01.2027", f"{THIRD}-new_time": "17:30"}
    response = admin.post(address(event), data)
    assert response.status_code == 302
    assert "записани и публикувани" in said(response)
    assert states(event) == {"2026-11-26": "planned", "2026-12-31": "cancelled", "2027-01-29": "moved"}
    rows = {row.slug: row for row in event.occurrences.all()}
    assert rows["2026-12-31"].status_reason.startswith("неработен ден с читатели")
    assert f"{rows['2027-01-28'].local_start:%H:%M}" == "17:30"
    assert conflict_days(event) == []


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("keep", {"2026-11-26": "planned", "2026-12-31": "planned", "2027-01-28": "planned"}),
        ("skip", {"2026-11-26": "cancelled", "2026-12-31": "cancelled", "2027-01-28": "cancelled"}),
        ("move", {"2026-11-27": "moved", "2027-01-01": "moved", "2027-01-29": "moved"}),
    ],
)
def test_one_choice_serves_all_dates(
    admin: Any, programme: Any, closed: None, choice: str, expected: dict[str, str]
) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    rows = admin.get(address(event)).context["form"].rows
    data = {f"{row.prefix}-new_day": f"{row.initial['new_day']:%d.%m.%Y}" for row in rows}
    data |= {f"{row.prefix}-new_time": f"{row.initial['new_time']:%H:%M}" for row in rows}
    admin.post(address(event), {"all-choice": choice, **data})
    assert states(event) == expected


def test_the_choice_for_one_date_goes_before_the_choice_for_all(
    admin: Any, programme: Any, closed: None
) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    admin.post(address(event), {"all-choice": "skip", f"{SECOND}-choice": "keep"})
    assert states(event) == {"2026-11-26": "cancelled", "2026-12-31": "planned", "2027-01-28": "cancelled"}


def test_a_date_left_for_later_is_asked_about_again(admin: Any, programme: Any, closed: None) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    response = admin.post(address(event), {f"{FIRST}-choice": "keep"})
    assert response.url == address(event)
    assert conflict_days(event) == ["2026-12-31", "2027-01-28"]


@pytest.mark.parametrize(
    ("day", "hour", "field", "message"),
    [
        ("", "18:00", "new_day", "Въведете на кой ден"),
        ("29.01.2027", "", "new_time", "Въведете в колко часа"),
        ("31.02.2027", "18:00", "new_day", "валидна дата"),
        ("29.01.2207", "18:00", "new_day", "Годината трябва да е между"),
        ("01.11.2026", "18:00", "new_day", "Този момент е минал"),
        ("31.12.2026", "18:00", "new_day", "вече има друга дата"),
        ("25.02.2027", "18:00", "new_day", "И тогава е затворено: неработен ден с читатели"),
        ("29.01.2027", "25:00", "new_time", "валиден час"),
    ],
)
def test_a_new_time_that_cannot_be_is_refused_at_its_field_and_nothing_is_saved(
    admin: Any, programme: Any, closed: None, day: str, hour: str, field: str, message: str
) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    data = {f"{THIRD}-choice": "move", f"{THIRD}-new_day": day, f"{THIRD}-new_time": hour}
    response = admin.post(address(event), {f"{FIRST}-choice": "skip", **data})
    assert response.status_code == 200
    (row,) = (one for one in response.context["form"].rows if one.prefix == THIRD)
    assert message in str(row.errors[field])
    assert f'value="{day}"' in response.content.decode() or not day
    assert set(states(event).values()) == {"planned"}


def test_two_dates_are_not_moved_onto_one(admin: Any, programme: Any, closed: None) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    data = {}
    for prefix in (FIRST, SECOND):
        data |= {f"{prefix}-choice": "move", f"{prefix}-new_day": "29.01.2027", f"{prefix}-new_time": "18:00"}
    assert admin.post(address(event), data).context["form"].rows[1].errors["new_day"]


def test_a_kept_date_of_an_event_that_is_cancelled_by_closures_takes_place(
    admin: Any, programme: Any, closed: None
) -> None:
    event = published_event(programme, closure_policy="cancel", **LAST_THURSDAYS)
    assert set(states(event).values()) == {"cancelled"}
    admin.post(address(event), {f"{FIRST}-choice": "keep"})
    assert states(event)["2026-11-26"] == "planned"
    assert apply_closures() == 0


def test_an_added_date_is_moved_or_taken_away(admin: Any, programme: Any, closed: None) -> None:
    extra = [change("extra", new_start=datetime(2027, 2, 25, hour)) for hour in (10, 14)]
    event = published_event(programme, *extra)
    data = {"d202702251400-choice": "move", "d202702251400-new_day": "26.02.2027"}
    admin.post(
        address(event),
        {"d202702251000-choice": "skip", **data, "d202702251400-new_time": "14:00"},
    )
    assert states(event) == {"2026-11-25": "planned", "2027-02-26": "planned"}


def test_decisions_join_a_draft_that_waits_and_publish_nothing_of_it(
    admin: Any, programme: Any, closed: None
) -> None:
    event = published_event(programme, title="Клуб", **LAST_THURSDAYS)
    event.title = "Недописано"
    event.save_revision()
    response = admin.post(address(event), {f"{FIRST}-choice": "skip"})
    assert "в черновата" in said(response)
    assert set(states(event).values()) == {"planned"}
    draft = EventPage.objects.get().get_latest_revision_as_object()
    assert (draft.title, draft.changes.count()) == ("Недописано", 1)


def form_data(**values: str) -> dict[str, str]:
    data = {
        "title": "Клуб по четене",
        "slug": "klub-po-chetene",
        "start_date": "26.11.2026",
        "start_time": "18:00",
        "end_time": "19:30",
        "recurrence_frequency": "",
        "attendance_mode": "offline",
        "status": "planned",
        "closure_policy": "ask",
        "body": streamfield([]),
        "changes": inline_formset([]),
        "comments": inline_formset([]),
        **parts(),
    }
    return nested_form_data({**data, **values})


@pytest.mark.parametrize("action", ["publish", "save"])
def test_publishing_on_a_closed_day_names_the_closure_and_asks(
    admin: Any, programme: Any, closed: None, action: str
) -> None:
    url = reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk])
    response = admin.post(url, form_data(**{"action-publish": "1"} if action == "publish" else {}))
    told = said(response)
    assert "26.11.2026 (неработен ден с читатели" in told
    assert address(EventPage.objects.get()) in told
    assert (response.url == address(EventPage.objects.get())) is (action == "publish")


def test_publishing_on_an_open_day_asks_nothing(admin: Any, programme: Any, closed: None) -> None:
    url = reverse("wagtailadmin_pages:add", args=["events", "eventpage", programme.pk])
    response = admin.post(url, form_data(**{"action-publish": "1", "start_date": "25.11.2026"}))
    assert "затворено" not in said(response)
    assert address(EventPage.objects.get()) != response.url


def test_the_menu_of_an_event_leads_to_its_closed_dates(admin: Any, programme: Any, closed: None) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    page = admin.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    assert address(event) in page


@pytest.fixture
def someone(client: Any, django_user_model: Any) -> Any:
    """A person of the admin who may edit no page yet."""
    person = django_user_model.objects.create_user("pisar", password="lipa")
    group = Group.objects.create(name="писари")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    person.groups.add(group)
    client.force_login(person)
    return group


def test_nobody_decides_about_pages_they_may_not_edit(
    client: Any, someone: Any, programme: Any, closed: None
) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    for response in (client.get(address(event)), client.post(address(event), {"all-choice": "skip"})):
        assert response.status_code in (302, 403)
        assert response.status_code == 403 or response.url != address(event)
    assert set(states(event).values()) == {"planned"}


def test_who_may_edit_but_not_publish_decides_in_the_draft(
    client: Any, someone: Any, programme: Any, closed: None
) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    may = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=someone, page=programme, permission=may)
    response = client.post(address(event), {"all-choice": "skip"})
    assert "в черновата" in said(response)
    assert set(states(event).values()) == {"planned"}


def test_a_locked_page_is_left_alone(
    admin: Any, programme: Any, closed: None, django_user_model: Any
) -> None:
    event = published_event(programme, **LAST_THURSDAYS)
    event.locked, event.locked_by = True, django_user_model.objects.create_user("drug")
    event.save()
    admin.post(address(event), {"all-choice": "skip"})
    assert set(states(event).values()) == {"planned"}
