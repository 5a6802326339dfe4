"""An editor sees what a closure does to events before it is saved."""

from datetime import date
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    change,
    library_hours,
    opening_exception,
    published_event,
)

from events.models import Closure, EventPage
from events.models.affected import events_hit_by
from events.recurrence import to_wall

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_events_closure:add"
WEEKLY = {"recurrence": "FREQ=WEEKLY;BYDAY=WE;COUNT=3"}


@pytest.fixture
def admin(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def form_data(**values: Any) -> dict[str, Any]:
    empty = {"reason_en": "", "end_date": "", "recurrence_frequency": "", "announcement": ""}
    filled = {"kind": "repair", "reason": "Ремонт", "start_date": "02.12.2026", "action-confirm": "1"}
    return {**empty, "announcement_en": "", "announce_from": "", **filled, **values}


def proposal(**values: Any) -> dict[str, Any]:
    data = form_data(**values)
    del data["action-confirm"]
    return data


def listed(response: Any) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_a_look_lists_what_happens_to_each_date_and_saves_nothing(admin: Any, programme: Any) -> None:
    for policy, title in (("keep", "Лекция"), ("cancel", "Клуб"), ("ask", "Среща")):
        published_event(programme, title=title, closure_policy=policy, **WEEKLY)
    response = admin.post(reverse(ADD), form_data(**{"check-hits": "1"}))
    page = listed(response)
    for title, effect in (("Лекция", "провежда се"), ("Клуб", "отменя се"), ("Среща", "стои в програмата")):
        assert f"{title}</a>: <strong>{effect}" in page
    assert page.count("18:00–19:30 – <a") == 3
    assert 'value="Ремонт"' in page
    assert not response.context["form"].errors
    assert not Closure.objects.exists()


def test_a_proposal_can_be_looked_at_and_is_saved_at_once(admin: Any, programme: Any) -> None:
    published_event(programme, **WEEKLY)
    data = proposal()
    assert "щом затварянето бъде потвърдено" in listed(admin.post(reverse(ADD), {**data, "check-hits": "1"}))
    assert admin.post(reverse(ADD), data).status_code == 302
    assert Closure.objects.get().state == "proposed"


def test_a_closure_that_hits_events_is_saved_once_they_were_seen(admin: Any, programme: Any) -> None:
    event = published_event(programme, title="Клуб", closure_policy="cancel", **WEEKLY)
    page = listed(admin.post(reverse(ADD), form_data()))
    assert "Още нищо не е записано" in page
    assert "отменя се" in page
    assert 'value="Ремонт"' in page
    assert not Closure.objects.exists()
    assert admin.post(reverse(ADD), form_data(**{"hits-seen": "1"})).status_code == 302
    assert Closure.objects.get().state == "confirmed"
    assert event.occurrences.get(slug="2026-12-02").status == "cancelled"


def test_a_closure_that_hits_nothing_is_saved_at_once(admin: Any, programme: Any) -> None:
    published_event(programme, **WEEKLY)
    data = form_data(start_date="03.12.2026")
    assert "Не засяга предстоящи събития" in listed(admin.post(reverse(ADD), {**data, "check-hits": "1"}))
    assert admin.post(reverse(ADD), data).status_code == 302


def test_only_new_hits_ask_again(admin: Any, programme: Any) -> None:
    published_event(programme, **WEEKLY)
    closure = ClosureFactory(start_date=date(2026, 12, 2), kind="repair", reason="Ремонт")
    url = reverse("wagtailsnippets_events_closure:edit", args=[closure.pk])
    assert admin.post(url, form_data(reason="Ремонт на залата")).status_code == 302
    response = admin.post(url, form_data(end_date="10.12.2026"))
    assert "Още нищо не е записано" in listed(response)
    closure.refresh_from_db()
    assert (closure.reason, closure.end_date) == ("Ремонт на залата", None)


def test_confirming_a_proposed_closure_asks(admin: Any, programme: Any) -> None:
    published_event(programme, **WEEKLY)
    closure = ClosureFactory(start_date=date(2026, 12, 2), state="proposed")
    url = reverse("wagtailsnippets_events_closure:edit", args=[closure.pk])
    assert "Още нищо не е записано" in listed(admin.post(url, form_data()))
    assert admin.post(url, form_data(**{"hits-seen": "1"})).status_code == 302


def test_errors_of_a_look_stand_at_their_fields(admin: Any, programme: Any) -> None:
    published_event(programme, **WEEKLY)
    response = admin.post(reverse(ADD), form_data(end_date="01.12.2026", **{"check-hits": "1"}))
    assert response.context["form"].errors["end_date"]
    assert "Ремонт" in listed(response)
    empty = admin.post(reverse(ADD), {"check-hits": "1"})
    assert empty.context["form"].errors["start_date"]


def test_a_closure_hits_only_what_it_closes(admin: Any, programme: Any) -> None:
    art, children = (DepartmentFactory(name=name) for name in ("Изкуство", "Детски"))
    there = published_event(programme, title="Там", department=art, **WEEKLY)
    published_event(programme, title="Другаде", department=children, **WEEKLY)
    opening_exception(date(2026, 12, 9), ("10:00", "20:00"), department=art)
    span = {"start_time": None, "end_time": None, "start_date": date(2026, 12, 2)}
    published_event(programme, title="Дълга", end_date=date(2026, 12, 30), department=art, **span)
    weekend = published_event(programme, title="Кратка", end_date=date(2026, 12, 3), department=art, **span)
    closure = ClosureFactory(start_date=date(2026, 12, 1), end_date=date(2026, 12, 10), departments=[art])
    found = [(row.event_id, f"{row.first_day}") for row in events_hit_by(closure)]
    assert sorted(found) == sorted([(there.pk, "2026-12-02"), (weekend.pk, "2026-12-02")])


def test_a_date_that_is_kept_in_spite_of_closures_says_so(admin: Any, programme: Any) -> None:
    event = published_event(programme, closure_policy="cancel", **WEEKLY)
    moment = to_wall(event.occurrences.get(slug="2026-12-02").start)
    event.changes.set([change("note", moment, despite_closure=True)])
    event.save_revision().publish()
    response = admin.post(reverse(ADD), form_data(**{"check-hits": "1"}))
    assert "така е решено за тази дата" in listed(response)
    assert EventPage.objects.get().occurrences.get(slug="2026-12-02").despite_closure


def test_a_hundred_hits_are_listed_at_most(admin: Any, programme: Any, count_queries: Any) -> None:
    published_event(programme, recurrence="FREQ=DAILY")
    closure = ClosureFactory(start_date=date(2026, 11, 23), end_date=date(2027, 6, 30))
    assert len(events_hit_by(closure)) == 100


def test_after_saving_the_events_are_named_again(admin: Any, programme: Any) -> None:
    published_event(programme, title="Клуб", **WEEKLY)
    response = admin.post(reverse(ADD), form_data(**{"hits-seen": "1"}))
    told = " ".join(str(one) for one in get_messages(response.wsgi_request))
    assert "02.12.2026 – Клуб" in told
