"""An early closing touches the events of the hours that it takes, by their own policy."""

from datetime import date, time
from typing import Any

import pytest
from django.urls import reverse
from events_factories import (
    DepartmentFactory,
    library_hours,
    opening_exception,
    opening_hours,
    published_event,
)

from events.actions import CloseToday, UndoClosing, apply_closures
from events.models import EventPage, OpeningException
from events.models.affected import events_hit_by
from events.models.conflicts import conflicts_of

pytestmark = pytest.mark.django_db

WEDNESDAY, TODAY = date(2026, 11, 25), date(2026, 11, 23)
ADD = reverse("wagtailsnippets_events_openingexception:add")
REASON = "отворено само 8:30–15:00: Учение"


@pytest.fixture
def admin(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def early(**values: Any) -> OpeningException:
    return opening_exception(WEDNESDAY, ("08:30", "15:00"), **{"reason": "Учение", **values})


def at(programme: Any, begins: str, ends: str | None, **values: Any) -> EventPage:
    times = {"start_time": time.fromisoformat(begins), "end_time": ends and time.fromisoformat(ends)}
    return published_event(programme, **{"closure_policy": "cancel", **times, **values})


def state(event: EventPage) -> tuple[str, str]:
    row = event.occurrences.get()
    return row.status, row.status_reason


# When the doors shut at 15:00 instead of 18:30.
TIMES = [
    ("10:00", "12:00", False),
    ("13:00", "15:00", False),
    ("14:00", "15:01", True),
    ("15:00", "16:00", True),
    ("17:00", "18:00", True),
    ("19:00", "20:30", True),
    ("14:00", None, False),
    ("15:00", None, True),
]


@pytest.mark.parametrize(("begins", "ends", "hit"), TIMES)
def test_what_is_not_over_when_the_doors_shut_is_cancelled(
    admin: Any, programme: Any, begins: str, ends: str | None, hit: bool
) -> None:
    early()
    assert state(at(programme, begins, ends)) == (("cancelled", REASON) if hit else ("planned", ""))


@pytest.mark.parametrize("policy", ["keep", "ask"])
def test_an_event_that_is_kept_or_asked_about_stays(admin: Any, programme: Any, policy: str) -> None:
    early()
    event = at(programme, "16:00", "17:00", closure_policy=policy)
    assert state(event) == ("planned", "")
    assert [one.why for one in conflicts_of(event)] == ([REASON] if policy == "ask" else [])
    assert ("чакат решение" in admin.get("/admin/").content.decode()) is (policy == "ask")


def test_longer_hours_and_exhibitions_are_left_alone(admin: Any, programme: Any) -> None:
    opening_exception(WEDNESDAY, ("08:30", "22:00"))
    assert state(at(programme, "20:00", "21:00"))[0] == "planned"
    early(department=DepartmentFactory())
    span = {"start_date": date(2026, 11, 20), "end_date": date(2026, 12, 20)}
    exhibition = published_event(programme, closure_policy="cancel", start_time=None, end_time=None, **span)
    assert state(exhibition)[0] == "planned"


def test_a_date_declared_closed_cancels_the_whole_day(admin: Any, programme: Any) -> None:
    event = at(programme, "20:00", "21:00")
    day = published_event(programme, closure_policy="cancel", start_time=None, end_time=None)
    opening_exception(WEDNESDAY, reason="Учение")
    assert apply_closures() == 2
    assert state(event) == state(day) == ("cancelled", "затворено: Учение")


def test_only_the_events_of_the_department_that_shuts_early_are_hit(admin: Any, programme: Any) -> None:
    art, children = DepartmentFactory(slug="izkustvo"), DepartmentFactory(slug="detski")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], art)
    there = at(programme, "16:00", "17:00", department=art)
    at(programme, "16:00", "17:00", department=children)
    at(programme, "16:00", "17:00")
    said = early(department=art)
    assert [row.event_id for row in events_hit_by(said)] == [there.pk]
    assert apply_closures() == 1
    said.delete()
    assert apply_closures() == 1
    assert state(there)[0] == "planned"


def form_data(**values: Any) -> dict[str, Any]:
    empty = {"department": "", "reason_en": "", "announcement": "", "announcement_en": ""}
    return {**empty, "date": "25.11.2026", "reason": "Учение", "hours": "8:30–15", **values}


def test_the_form_lists_the_events_before_it_saves_and_asks_whether_they_were_seen(
    admin: Any, programme: Any
) -> None:
    event = at(programme, "16:00", "17:00", title="Клуб")
    at(programme, "10:00", "11:00", title="Сутрин")
    look = admin.post(ADD, form_data(**{"check-hits": "1"})).content.decode()
    assert "Клуб</a>: <strong>отменя се" in look
    assert "Сутрин" not in look
    refused = admin.post(ADD, form_data())
    assert refused.context["form"].non_field_errors()
    assert 'value="8:30–15"' in refused.content.decode()
    assert not OpeningException.objects.exists()
    saved = admin.post(ADD, form_data(**{"hits-seen": "1"}))
    assert saved.status_code == 302
    assert state(event) == ("cancelled", REASON)


def test_a_change_that_hits_nothing_new_does_not_ask_again(admin: Any, programme: Any) -> None:
    at(programme, "16:00", "17:00", closure_policy="ask")
    said = early()
    url = reverse("wagtailsnippets_events_openingexception:edit", args=[said.pk])
    assert admin.post(url, form_data(reason="Учение за пожар")).status_code == 302
    at(programme, "14:00", "15:00", closure_policy="ask")
    assert admin.post(url, form_data(hours="8:30–14:30")).status_code == 200
    assert admin.post(url, form_data(hours="8:30–14:30", **{"hits-seen": "1"})).status_code == 302


def test_closing_today_from_an_hour_cancels_and_brings_back(admin: Any, programme: Any) -> None:
    event = at(programme, "16:00", "17:00", start_date=TODAY)
    texts = {"reason": "авария", "reason_en": "", "announcement": "", "announcement_en": ""}
    closing = CloseToday("other", texts, since=time(15)).execute()
    assert state(event) == ("cancelled", "отворено само 8:30–15:00: авария")
    UndoClosing(closing).execute()
    assert state(event)[0] == "planned"
