"""The same event on a new date."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from events_factories import change, library_hours, published_event
from pages_factories import DocumentFactory
from wagtail.models import GroupPagePermission

from events.actions.duplicate_event import DuplicateEvent
from events.models import (
    EventFile,
    EventPage,
    EventPartner,
    EventSeriesPage,
    FurtherPlace,
    PhotoReportPage,
    VisitingHours,
)
from events.recurrence import to_wall

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibition(programme: Any) -> EventPage:
    """An exhibition with all its parts, cancelled, and with pictures."""
    library_hours()
    event = published_event(
        programme,
        title="Липов цвят",
        start_date=date(2026, 11, 1),
        end_date=date(2026, 11, 20),
        start_time=None,
        end_time=None,
        opening_start=datetime.fromisoformat("2026-11-01T17:30+02:00"),
        status="cancelled",
        status_reason="Ремонт",
        visiting_hours=[VisitingHours(weekday=1, last_weekday=5, opens=time(10), closes=time(17))],
        further_places=[FurtherPlace(name="Читалище")],
        partners=[EventPartner(name="Музей")],
        files=[EventFile(document=DocumentFactory())],
    )
    event.add_child(instance=PhotoReportPage(title="Снимки", taken_on=date(2026, 11, 2)))
    return event


def test_the_copy_is_a_draft_with_all_the_content_on_its_new_days(exhibition: EventPage) -> None:
    new = DuplicateEvent(exhibition, date(2027, 4, 5)).execute().get_latest_revision_as_object()
    assert (new.live, new.title, new.slug) == (False, "Липов цвят", "lipov-tsvyat-2")
    assert (new.start_date, new.end_date) == (date(2027, 4, 5), date(2027, 4, 24))
    # Summer time by then: the opening keeps its hour on the clock.
    assert to_wall(new.opening_start) == datetime(2027, 4, 5, 17, 30)
    for name in ("visiting_hours", "further_places", "partners", "files"):
        assert getattr(new, name).count() == 1, name


def test_the_copy_has_an_identity_of_its_own_and_leaves_state_and_pictures_behind(
    exhibition: EventPage,
) -> None:
    new = DuplicateEvent(exhibition, date(2027, 4, 5)).execute()
    assert new.uid != exhibition.uid
    assert (new.status, new.status_reason) == ("planned", "")
    assert not new.get_children().exists()
    assert not new.occurrences.exists()
    assert EventPage.objects.get(pk=exhibition.pk).status == "cancelled"


def test_the_latest_draft_is_what_is_copied(exhibition: EventPage) -> None:
    exhibition.lead = "Нов увод"
    exhibition.partners.set([EventPartner(name="Нов партньор")])
    exhibition.save_revision()
    draft = EventPage.objects.get(pk=exhibition.pk).get_latest_revision_as_object()
    new = DuplicateEvent(draft, date(2027, 4, 5)).execute().get_latest_revision_as_object()
    assert new.lead == "Нов увод"
    assert [one.name for one in new.partners.all()] == ["Нов партньор"]


@pytest.mark.parametrize(
    ("rule", "repeats", "expected", "start"),
    [
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=6", True, "FREQ=WEEKLY;BYDAY=WE;COUNT=6", date(2027, 2, 3)),
        (
            "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261216T235959",
            True,
            "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270224T235959",
            date(2027, 2, 3),
        ),
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=6", False, "", date(2027, 2, 3)),
    ],
)
def test_a_series_moves_with_its_end_and_forgets_changes_of_old_dates(
    programme: Any, rule: str, repeats: bool, expected: str, start: date
) -> None:
    club = published_event(
        programme, change("cancelled", datetime(2026, 12, 2, 18), reason="Болен лектор"), recurrence=rule
    )
    new = DuplicateEvent(club, date(2027, 2, 3), repeats=repeats).execute().get_latest_revision_as_object()
    assert (new.recurrence, new.start_date) == (expected, start)
    assert not new.changes.exists()


def duplicate(client: Client, event: EventPage, **values: str) -> Any:
    return client.post(reverse("events_admin:duplicate", args=[event.pk]), values)


def test_the_admin_asks_for_the_date_and_opens_the_draft(admin_client: Client, exhibition: EventPage) -> None:
    address = reverse("events_admin:duplicate", args=[exhibition.pk])
    assert f'href="{address}"' in admin_client.get(f"/admin/pages/{exhibition.pk}/edit/").content.decode()
    listing = admin_client.get(f"/admin/pages/{exhibition.get_parent().pk}/").content.decode()
    assert address in listing
    answer = duplicate(admin_client, exhibition, day="05.04.2027", title="Липов цвят отново")
    new = EventPage.objects.get(title="Липов цвят отново")
    assert answer.url == f"/admin/pages/{new.pk}/edit/"
    assert "чернова на новата дата" in admin_client.get(answer.url).content.decode()


@pytest.mark.parametrize("day", ["", "31.02.2027", "01.11.2026", "05.04.1802"])
def test_a_wrong_date_makes_nothing_and_keeps_what_was_typed(
    admin_client: Client, exhibition: EventPage, day: str
) -> None:
    answer = duplicate(admin_client, exhibition, day=day, title="Липов цвят отново")
    assert answer.status_code == 422
    assert 'value="Липов цвят отново"' in answer.content.decode()
    assert EventPage.objects.count() == 1


def test_who_may_not_add_events_may_not_duplicate_them(
    client: Client, exhibition: EventPage, django_user_model: Any
) -> None:
    reader = django_user_model.objects.create_user("reader", password="x")
    group = Group.objects.create(name="Само за чернови на друга страница")
    group.permissions.add(*_admin_access())
    reader.groups.add(group)
    client.force_login(reader)
    assert duplicate(client, exhibition, day="05.04.2027", title="Тихо").status_code in (302, 403)
    assert EventPage.objects.count() == 1
    assert not GroupPagePermission.objects.filter(group=group).exists()


def _admin_access() -> Any:
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename="access_admin")


def test_the_next_meeting_of_a_series_is_its_last_one_on_a_new_date(
    admin_client: Client, programme: Any
) -> None:
    library_hours()
    series = EventSeriesPage(title="Клуб по четене", lead="Всеки месец по една книга.")
    programme.add_child(instance=series)
    first = published_event(programme, title="„Тютюн“", start_date=date(2026, 10, 7), series=series)
    last = published_event(programme, title="„Бай Ганьо“", start_date=date(2026, 11, 4), series=series)
    page = admin_client.get(f"/admin/pages/{series.pk}/edit/").content.decode()
    assert "Следваща среща" in page
    assert reverse("events_admin:duplicate", args=[last.pk]) in page
    assert reverse("events_admin:duplicate", args=[first.pk]) not in page
    duplicate(admin_client, last, day="02.12.2026", title="„Нова земя“")
    assert EventPage.objects.get(title="„Нова земя“").series_id == series.pk


def test_a_series_shows_its_coming_and_past_meetings_and_each_meeting_the_others(
    client: Client, programme: Any
) -> None:
    library_hours()
    series = programme.add_child(instance=EventSeriesPage(title="Клуб по четене"))
    published_event(programme, title="„Тютюн“", start_date=date(2026, 10, 7), series=series)
    event = published_event(programme, title="„Нова земя“", start_date=date(2026, 12, 2), series=series)
    published_event(programme, title="„Под игото“", start_date=date(2027, 1, 6), series=series)
    published_event(programme, title="Чужда среща", start_date=date(2026, 12, 3))
    page = client.get(series.url).content.decode()
    for told in ("„Тютюн“", "„Нова земя“", "„Под игото“"):
        assert told in page
    assert "Чужда среща" not in page
    meeting = client.get(event.url).content.decode()
    assert f'href="{series.url}"' in meeting
    assert "„Под игото“" in meeting
    found = client.get(f"/api/v1/events/{event.uid}/").json()["series"]
    assert (found["title"], found["id"]) == ("Клуб по четене", str(series.translation_key))
