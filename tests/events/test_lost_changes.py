"""A changed rule and the dates it drops: their local edits are listed, and go only when that is confirmed."""

from datetime import datetime
from typing import Any

import pytest
from dates_form import parts, row
from django.urls import reverse
from events_factories import change, published_event
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from events.models import EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Any, django_user_model: Any) -> Any:
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def edit(editor: Any, event: EventPage, **values: str) -> Any:
    """Post the form of a saved weekly event with its one changed date, at the next hour of the rule."""
    saved = event.changes.get()
    said = row(id=str(saved.pk), recurrence_id="02.12.2026 18:00", reason="Лекторът е болен")
    data: dict[str, Any] = {
        "title": "Клуб",
        "slug": event.slug,
        "start_date": "25.11.2026",
        "start_time": "18:00",
        "end_time": "19:30",
        "recurrence_frequency": "WEEKLY",
        "attendance_mode": "offline",
        "status": "planned",
        "closure_policy": "ask",
        "body": streamfield([]),
        "changes": inline_formset([said], initial=1),
        "comments": inline_formset([]),
        **parts(),
    }
    data = nested_form_data({**data, **values})
    return editor.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), data)


@pytest.fixture
def changed_club(programme: Any) -> EventPage:
    cancelled = change("cancelled", datetime(2026, 12, 2, 18), reason="Лекторът е болен")
    return published_event(programme, cancelled, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE")


def test_a_rule_that_drops_a_changed_date_lists_it_before_anything_is_saved(
    editor: Any, changed_club: EventPage
) -> None:
    response = edit(editor, changed_club, recurrence_weekdays="TH", **{"action-publish": "1"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Тези дати отпадат с новото повторение" in page
    assert "02.12.2026, 18:00: отменена – Лекторът е болен" in page
    event = EventPage.objects.get(pk=changed_club.pk)
    assert event.recurrence == "FREQ=WEEKLY;BYDAY=WE"
    assert event.occurrences.get(slug="2026-12-02").status == "cancelled"


def test_once_confirmed_only_the_dates_that_went_away_are_removed(
    editor: Any, changed_club: EventPage
) -> None:
    confirmed = {"action-publish": "1", "drop-changes": "1"}
    response = edit(editor, changed_club, recurrence_weekdays="TH", **confirmed)
    assert response.status_code == 302
    event = EventPage.objects.get(pk=changed_club.pk)
    assert event.recurrence == "FREQ=WEEKLY;BYDAY=TH"
    assert not event.changes.exists()
    assert not event.occurrences.filter(slug="2026-12-02").exists()


def test_a_confirmation_that_nothing_needs_drops_nothing(editor: Any, changed_club: EventPage) -> None:
    confirmed = {"action-publish": "1", "drop-changes": "1", "start_time": "17:00", "end_time": "18:30"}
    assert edit(editor, changed_club, recurrence_weekdays="WE", **confirmed).status_code == 302
    event = EventPage.objects.get(pk=changed_club.pk)
    assert event.occurrences.get(slug="2026-12-02").status == "cancelled"
