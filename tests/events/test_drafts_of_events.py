"""Drafts, workflow, timed publishing, revisions and previews hold all parts of an event."""

from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from dates_form import parts
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from events_factories import library_hours, published_event
from pages_factories import DocumentFactory
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from events.models import (
    EventFile,
    EventPage,
    EventPartner,
    EventSeriesPage,
    FurtherPlace,
    VisitingHours,
)

pytestmark = pytest.mark.django_db

OLD = (
    "Стара зала",
    "Старо читалище",
    "Стар музей",
    "Стар план",
    "вторник – петък 10:00–17:00",
    "Стара поредица",
)
NEW = (
    "Нова зала",
    "Ново читалище",
    "Нов музей",
    "Нов план",
    "понеделник – сряда 9:00–12:00",
    "Нова поредица",
)
PUBLIC = ("/feeds/events.ics", "/api/v1/events/", "/api/v1/occurrences/", "/sabitia/")


def filled(
    programme: Any, words: tuple[str, ...], days: tuple[int, int], hours: tuple[int, int]
) -> dict[str, Any]:
    """The parts of an event, with these words in them."""
    place, further, partner, file, _hours, series = words
    return {
        "location": place,
        "further_places": [FurtherPlace(name=further)],
        "partners": [EventPartner(name=partner)],
        "files": [EventFile(document=DocumentFactory(title=file))],
        "visiting_hours": [
            VisitingHours(weekday=days[0], last_weekday=days[1], opens=time(hours[0]), closes=time(hours[1]))
        ],
        "series": programme.add_child(instance=EventSeriesPage(title=series)),
    }


@pytest.fixture
def exhibition(programme: Any) -> EventPage:
    library_hours()
    return published_event(
        programme,
        title="Правият град",
        start_date=date(2026, 11, 10),
        end_date=date(2026, 12, 12),
        start_time=None,
        end_time=None,
        **filled(programme, OLD, (1, 4), (10, 17)),
    )


@pytest.fixture
def draft(exhibition: EventPage) -> EventPage:
    """The same event with other parts, not saved yet."""
    page: EventPage = exhibition.get_latest_revision_as_object()
    for name, value in filled(exhibition.get_parent().specific, NEW, (0, 2), (9, 12)).items():
        setattr(page, name, value)
    return page


def shown(client: Client, event: EventPage) -> tuple[bool, bool]:
    """Whether the page of the event tells all old and all new parts; AssertionError when it mixes them."""
    page = client.get(event.url).content.decode()
    told = tuple([word in page for word in words] for words in (OLD, NEW))
    assert all(len(set(words)) == 1 for words in told), told
    return told[0][0], told[1][0]


def answers(client: Client, event: EventPage) -> list[bytes]:
    return [client.get(address).content for address in (*PUBLIC, event.url)]


def posted(draft: EventPage) -> dict[str, str]:
    """The form of the event with its old rows taken away and the parts of a draft as new rows."""
    (further,), (partner,) = draft.further_places.all(), draft.partners.all()
    (file,) = draft.files.all()
    added = {
        "further_places": {"name": further.name},
        "partners": {"name": partner.name},
        "files": {"document": str(file.document_id), "title": ""},
        "visiting_hours": {"weekday": "0", "last_weekday": "2", "opens": "09:00", "closes": "12:00"},
    }
    old = EventPage.objects.get(pk=draft.pk)
    rows = {
        name: inline_formset([{**row, "id": getattr(old, name).get().pk, "DELETE": "on"}, row], initial=1)
        for name, row in added.items()
    }
    data = {
        "title": draft.title,
        "slug": draft.slug,
        "lead": "",
        "location": draft.location,
        "start_date": "10.11.2026",
        "end_date": "12.12.2026",
        "start_time": "",
        "end_time": "",
        "attendance_mode": "offline",
        "status": "planned",
        "closure_policy": "ask",
        "recurrence_frequency": "",
        "opening_start": "",
        "series": str(draft.series_id),
        "body": streamfield([]),
        "changes": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data({**data, **parts(), **rows})


def test_autosave_keeps_all_parts_for_the_editor_and_changes_nothing_public(
    admin_client: Client, client: Client, exhibition: EventPage, draft: EventPage
) -> None:
    before = answers(client, exhibition)
    url = reverse("wagtailadmin_pages:edit", args=[exhibition.pk])
    saved = admin_client.post(url, posted(draft), headers={"accept": "application/json"})
    assert saved.json()["success"] is True, saved.json()
    assert answers(client, exhibition) == before
    assert shown(client, exhibition) == (True, False)
    kept = EventPage.objects.get(pk=exhibition.pk).get_latest_revision_as_object()
    names = [
        str(row) for part in ("further_places", "partners", "files") for row in getattr(kept, part).all()
    ]
    assert set(NEW[1:4]) <= set(names)
    assert (kept.location, kept.series.title) == (NEW[0], NEW[5])


def test_a_preview_shows_all_parts_of_the_draft_and_writes_nothing(
    admin_client: Client, client: Client, exhibition: EventPage, draft: EventPage
) -> None:
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[exhibition.pk])
    assert admin_client.post(url, posted(draft)).json()["is_valid"] is True
    page = admin_client.get(url, {"mode": ""}).content.decode()
    assert [word for word in NEW if word not in page] == []
    assert shown(client, exhibition) == (True, False)


def test_timed_publishing_shows_all_parts_at_its_hour_and_not_before(
    client: Client, exhibition: EventPage, draft: EventPage, monday: time_machine.Traveller
) -> None:
    before = answers(client, exhibition)
    draft.go_live_at = timezone.now() + timedelta(hours=2)
    draft.save_revision().publish()
    call_command("publish_scheduled")
    assert answers(client, exhibition) == before
    monday.shift(timedelta(hours=3))
    call_command("publish_scheduled")
    assert shown(client, exhibition) == (False, True)
    assert NEW[1].encode() in client.get("/feeds/events.ics").content.replace(b"\r\n ", b"")


def test_an_approved_draft_is_public_with_all_parts_and_a_waiting_one_is_not(
    client: Client, exhibition: EventPage, draft: EventPage
) -> None:
    group = Group.objects.create(name="Отговорни")
    task = GroupApprovalTask.objects.create(name="Преглед")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Преглед")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=exhibition.get_parent())
    author = User.objects.create_user("avtor", password="lipa")
    before = answers(client, exhibition)
    draft.save_revision(user=author)
    state = workflow.start(draft, author)
    assert answers(client, exhibition) == before
    state.current_task_state.approve(user=User.objects.create_superuser("otgovoren", password="lipa"))
    assert shown(client, exhibition) == (False, True)


def test_two_revisions_are_compared_part_by_part_and_the_old_one_can_come_back(
    admin_client: Client, client: Client, exhibition: EventPage, draft: EventPage
) -> None:
    old = exhibition.latest_revision
    new = draft.save_revision()
    url = reverse("wagtailadmin_pages:revisions_compare", args=[exhibition.pk, old.pk, new.pk])
    page = admin_client.get(url).content.decode()
    for heading in ("Други места", "Партньори", "Файлове", "Часове за посещение на изложба", "Поредица"):
        assert heading in page
    # Only what differs is marked: „Старо читалище“ and „Ново читалище“.
    for word in ("Старо", "Ново", "Стар", "Нов"):
        assert f'class="deletion">{word}<' in page or f'class="addition">{word}<' in page
    new.publish()
    assert shown(client, exhibition) == (False, True)
    old.as_object().save_revision().publish()
    assert shown(client, exhibition) == (True, False)
