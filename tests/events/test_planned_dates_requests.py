"""Who may ask for the next dates of an event, what that costs, and what garbage is answered with."""

from typing import Any

import pytest
from dates_form import WEEKLY, posted, row, url
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from events_factories import published_event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import GroupPagePermission

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Any, django_user_model: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def may(user: Any, page: Any, codename: str) -> None:
    group = Group.objects.create(name=codename)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)


def test_only_who_may_edit_or_add_is_answered(
    client: Any, programme: Any, home: Any, django_user_model: Any
) -> None:
    event = published_event(programme)
    user = django_user_model.objects.create_user("stazhant", password="lipa")
    assert client.post(url(programme), posted()).status_code in (302, 403)
    client.force_login(user)
    may(user, home.get_parent(), "lock_page")
    of_page = f"{reverse('events_admin:planned_dates')}?page={event.pk}"
    assert client.post(of_page, posted()).status_code == 403
    assert client.post(url(programme), posted()).status_code == 403
    may(user, programme, "change_page")
    assert client.post(of_page, posted()).status_code == 200
    assert client.post(url(programme), posted()).status_code == 403
    may(user, programme, "add_page")
    assert client.post(url(programme), posted()).status_code == 200


def test_it_is_asked_by_post_with_a_token(programme: Any, django_user_model: Any) -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    assert guarded.get(url(programme)).status_code == 405
    assert guarded.post(url(programme), posted()).status_code == 403


def test_a_form_that_is_too_large_is_refused(editor: Any, programme: Any) -> None:
    assert editor.post(url(programme), {"status_reason": "я" * 300_000}).status_code == 413


@pytest.mark.parametrize(
    "place", ["", "page=0", "page=х", "parent=99999999999", "page=-1", "parent=1e3", "page=²"]
)
def test_a_place_that_is_no_page_is_refused(editor: Any, programme: Any, place: str) -> None:
    response = editor.post(f"{reverse('events_admin:planned_dates')}?{place}", posted())
    assert response.status_code == 403


def test_it_costs_the_same_few_queries(editor: Any, library: Any, django_assert_max_num_queries: Any) -> None:
    address = f"{reverse('events_admin:planned_dates')}?page={library.club.pk}"
    data = posted(row(recurrence_id="25.11.2026 18:00"), **WEEKLY, closure_policy="cancel")
    editor.post(address, data)
    with django_assert_max_num_queries(8):  # two of them are the session and the user
        assert editor.post(address, data).status_code == 200


GARBAGE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["-1", "0", "9" * 30, "\x00", "31.12.9999", "01.01.0001", "01.01.0001 00:00", "31.12.9999 23:59"]
    ),
    st.sampled_from(["WEEKLY", "MONTHLY", "MONTHLY_WEEKDAY", "YEARLY", "KEEP", "TH", "-1", "extra", "moved"]),
)
NAMES = [
    *("start_date", "start_time", "end_date", "end_time", "opening_start", "department", "status"),
    *("recurrence_frequency", "recurrence_interval", "recurrence_weekdays", "recurrence_nth"),
    *("recurrence_month_day", "recurrence_ends", "recurrence_until", "recurrence_count", "recurrence_kept"),
    *("changes-TOTAL_FORMS", "changes-INITIAL_FORMS", "changes-0-kind", "changes-0-recurrence_id"),
    *("changes-0-new_start", "changes-0-new_end", "changes-0-location", "changes-0-DELETE", "closure_policy"),
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(st.sampled_from(NAMES), GARBAGE, max_size=8))
def test_garbage_is_answered_without_a_fault(editor: Any, programme: Any, values: dict[str, str]) -> None:
    data = {**posted(row(recurrence_id="25.11.2026 18:00"), **WEEKLY), **values}
    response = editor.post(url(programme), data)
    assert response.status_code == 200
    assert len(response.json()["html"].split("<tr data-date")) <= 13
