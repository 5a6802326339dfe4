"""This date and those that follow become an event of their own; the old one keeps what came before."""

from datetime import date, datetime
from typing import Any

import pytest
from django.urls import reverse
from events_factories import change, published_event, republish

from events.actions import CannotSplit, SplitEvent
from events.models import EventOccurrence, EventPage

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 9)


@pytest.fixture
def club(programme: Any) -> EventPage:
    return published_event(
        programme,
        change("cancelled", datetime(2026, 12, 2, 18), reason="Лекторът е болен"),
        change("moved", datetime(2026, 12, 16, 18), new_start=datetime(2026, 12, 17, 18)),
        recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=6",
    )


def split(event: EventPage, day: date = DAY) -> EventPage:
    return SplitEvent(EventPage.objects.get(pk=event.pk).get_latest_revision_as_object(), day).execute()


def test_the_old_event_ends_the_day_before_and_the_new_one_has_the_rest(club: EventPage) -> None:
    new = split(club)
    old = EventPage.objects.get(pk=club.pk).get_latest_revision_as_object()
    assert old.recurrence == "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261208T235959"
    assert [one.kind for one in old.changes.all()] == ["cancelled"]
    assert (new.start_date, new.recurrence) == (DAY, "FREQ=WEEKLY;BYDAY=WE;COUNT=4")
    assert [one.kind for one in new.changes.all()] == ["moved"]
    assert new.slug != club.slug
    assert new.uid != club.uid


def test_nothing_public_changes_before_both_are_published(club: EventPage) -> None:
    before = list(EventOccurrence.objects.values_list("pk", "start", "slug"))
    new = split(club)
    assert new.live is False
    assert list(EventOccurrence.objects.values_list("pk", "start", "slug")) == before
    assert EventPage.objects.get(pk=club.pk).recurrence == club.recurrence


def test_published_again_both_have_together_the_dates_of_before(club: EventPage) -> None:
    before = {one.start: one.uuid for one in club.occurrences.all()}
    new = split(club)
    old = republish(EventPage.objects.get(pk=club.pk).get_latest_revision_as_object())
    later = republish(new.get_latest_revision_as_object())
    kept = {one.start: one.uuid for one in old.occurrences.all()}
    assert kept.items() <= before.items()
    assert sorted([*kept, *(one.start for one in later.occurrences.all())]) == sorted(before)


def test_an_event_of_several_days_keeps_its_length(programme: Any) -> None:
    event = published_event(
        programme,
        start_date=date(2026, 11, 25),
        end_date=date(2026, 11, 26),
        start_time=None,
        end_time=None,
        recurrence="FREQ=WEEKLY;BYDAY=WE",
    )
    new = split(event)
    old = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert old.recurrence == "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261208"
    assert new.end_date == date(2026, 12, 10)
    assert new.recurrence == "FREQ=WEEKLY;BYDAY=WE"


@pytest.mark.parametrize(
    ("rule", "day", "code"),
    [
        ("", DAY, "single"),
        ("FREQ=WEEKLY;BYDAY=WE", date(2026, 11, 25), "first"),
        ("FREQ=WEEKLY;BYDAY=WE", date(2026, 12, 10), "not-a-date"),
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=2", DAY, "not-a-date"),
    ],
)
def test_a_date_that_cannot_begin_an_event_is_refused(
    programme: Any, rule: str, day: date, code: str
) -> None:
    event = published_event(programme, recurrence=rule)
    with pytest.raises(CannotSplit) as refused:
        split(event, day)
    assert refused.value.code == code
    assert EventPage.objects.count() == 1


def address(event: EventPage, day: str = "2026-12-09") -> str:
    return reverse("events_admin:split", args=[event.pk, day])


def test_the_editor_is_asked_first_and_then_led_to_the_new_event(admin_client: Any, club: EventPage) -> None:
    page = admin_client.get(address(club)).content.decode()
    assert "отделно събитие от сряда, 9 декември 2026" in page
    assert EventPage.objects.count() == 1
    response = admin_client.post(address(club))
    new = EventPage.objects.exclude(pk=club.pk).get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[new.pk])
    shown = admin_client.get(response.url).content.decode()
    assert "Публикувайте и двете" in shown
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[club.pk])).content.decode()
    assert f"От 09.12.2026 нататък продължава „{new.title}“" in history


def test_a_wrong_date_leads_back_with_a_message(admin_client: Any, club: EventPage) -> None:
    response = admin_client.post(address(club, "2026-12-10"), follow=True)
    assert "няма дата на 10.12.2026" in response.content.decode()
    assert admin_client.get(address(club, "вчера")).status_code == 404
    assert admin_client.get(reverse("events_admin:split", args=[10**12, "2026-12-09"])).status_code == 404


def test_who_may_not_add_may_not_split(client: Any, club: EventPage, django_user_model: Any) -> None:
    user = django_user_model.objects.create_user("stazhant", password="lipa")
    client.force_login(user)
    assert client.post(address(club)).status_code in (302, 403)
    assert EventPage.objects.count() == 1
