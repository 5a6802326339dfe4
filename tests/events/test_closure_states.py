"""A closure is proposed, confirmed and withdrawn by buttons, and its history says by whom."""

from datetime import date
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from events_factories import ClosureFactory, DepartmentFactory, library_hours, published_event
from pages_factories import locale
from wagtail.models import ModelLogEntry

from events.actions import ConfirmClosure, ProposeClosure, WithdrawClosure
from events.models import Closure, ClosureTemplate

pytestmark = pytest.mark.django_db

ADD = reverse("wagtailsnippets_events_closure:add")


@pytest.fixture
def admin(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def form_data(**values: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("reason_en", "end_date", "announcement", "announcement_en", "announce_from"), "")
    filled = {"kind": "repair", "reason": "Ремонт", "start_date": "02.12.2026", "recurrence_frequency": ""}
    return {**empty, **filled, **values}


def state_url(closure: Closure, state: str) -> str:
    return reverse("events_closure_state", args=[closure.pk, state])


def told() -> list[str]:
    return list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))


def test_a_new_closure_is_a_proposal_until_it_is_confirmed(admin: Any) -> None:
    page = admin.get(ADD).content.decode()
    assert page.index("Потвърди и затвори") < page.index("Запази като предложение")
    assert admin.post(ADD, form_data()).status_code == 302
    closure = Closure.objects.get()
    assert closure.state == "proposed"
    edit = reverse("wagtailsnippets_events_closure:edit", args=[closure.pk])
    assert (
        admin.post(edit, form_data(reason="Ремонт на залата", **{"action-confirm": "1"})).status_code == 302
    )
    closure.refresh_from_db()
    assert (closure.state, closure.reason) == ("confirmed", "Ремонт на залата")
    assert admin.post(edit, form_data(**{"action-withdraw": "1"})).status_code == 302
    closure.refresh_from_db()
    assert closure.state == "withdrawn"
    assert told() == [
        *("wagtail.create", "wagtail.edit", "events.closure.confirm"),
        *("wagtail.edit", "events.closure.withdraw"),
    ]
    history = admin.get(reverse("wagtailsnippets_events_closure:history", args=[closure.pk]))
    assert "Потвърждаване на затваряне" in history.content.decode()


def test_a_closure_is_confirmed_from_the_list_after_a_look_at_what_it_hits(
    admin: Any, programme: Any
) -> None:
    event = published_event(programme, title="Клуб", closure_policy="cancel", start_date=date(2026, 12, 2))
    closure = ClosureFactory(start_date=date(2026, 12, 2), state="proposed")
    url = state_url(closure, "confirmed")
    assert url in admin.get(reverse("wagtailsnippets_events_closure:list")).content.decode()
    page = admin.get(url).content.decode()
    assert "Клуб: <strong>отменя се" in page
    assert Closure.objects.get().state == "proposed"
    assert admin.post(url).status_code == 302
    assert event.occurrences.get().status == "cancelled"
    admin.post(state_url(closure, "withdrawn"))
    assert event.occurrences.get().status == "planned"
    response = admin.post(state_url(closure, "withdrawn"))
    assert "Нищо не е променено" in [str(one) for one in get_messages(response.wsgi_request)][-1]
    assert told() == ["events.closure.confirm", "events.closure.withdraw"]


def test_an_unknown_state_or_closure_is_not_found(admin: Any) -> None:
    closure = ClosureFactory()
    assert admin.post(state_url(closure, "open")).status_code == 404
    closure.pk = 999
    assert admin.post(state_url(closure, "confirmed")).status_code == 404


@pytest.mark.parametrize("before", ["proposed", "confirmed", "withdrawn"])
@pytest.mark.parametrize("action", [ConfirmClosure, WithdrawClosure, ProposeClosure])
def test_every_state_follows_every_other_once(programme: Any, before: str, action: Any) -> None:
    closure = ClosureFactory(state=before)
    assert action(closure).execute() is (before != action.state)
    assert action(closure).execute() is False
    closure.refresh_from_db()
    assert closure.state == action.state


def test_a_template_gives_a_new_closure_its_words(admin: Any) -> None:
    template = ClosureTemplate.objects.get(name="Избори")
    form = admin.get(ADD, {"template": template.pk}).context["form"]
    assert (form["kind"].value(), form["reason"].value()) == ("election", template.reason)
    assert form["announcement_en"].value() == template.announcement_en
    assert admin.get(ADD, {"template": "x"}).status_code == 200


def test_a_copy_of_a_holiday_is_a_proposal_of_its_own(admin: Any) -> None:
    closure = ClosureFactory(kind="holiday", holiday_date=date(2026, 12, 24), start_date=date(2026, 12, 24))
    url = reverse("wagtailsnippets_events_closure:copy", args=[closure.pk])
    assert f'action="{ADD}"' in admin.get(url).content.decode()
    assert admin.post(url, form_data()).status_code == 405
    assert admin.post(ADD, form_data(start_date="28.12.2026")).status_code == 302
    copy = Closure.objects.exclude(pk=closure.pk).get()
    assert (copy.holiday_date, copy.state) == (None, "proposed")


def test_the_history_keeps_what_a_record_said_before_and_after_even_when_it_is_deleted(admin: Any) -> None:
    art = DepartmentFactory(name="Изкуство")
    closure = ClosureFactory(reason="Учение", start_date=date(2026, 12, 2), departments=[art])
    edit = reverse("wagtailsnippets_events_closure:edit", args=[closure.pk])
    admin.post(edit, form_data(start_date="03.12.2026"))
    entry = ModelLogEntry.objects.get()
    assert entry.data == {
        "before": "Учение; 02.12.2026; Изкуство",
        "after": "Ремонт; 03.12.2026; цялата библиотека",
    }
    admin.post(reverse("wagtailsnippets_events_closure:delete", args=[closure.pk]))
    deleted = ModelLogEntry.objects.get(action="wagtail.delete")
    assert deleted.data == {"before": "Ремонт; 03.12.2026; цялата библиотека"}
    assert deleted.deleted


def test_deleting_several_at_once_is_written_down_too(admin: Any) -> None:
    closures = [ClosureFactory(start_date=date(2026, 12, day)) for day in (2, 3)]
    address = reverse("wagtail_bulk_action", args=["events", "closure", "delete"])
    query = "&".join(f"id={one.pk}" for one in closures)
    assert admin.post(f"{address}?{query}").status_code == 302
    assert not Closure.objects.exists()
    assert told() == ["wagtail.delete", "wagtail.delete"]


@pytest.mark.parametrize("kind", ["closure", "openinghours", "openingexception", "service"])
def test_a_list_is_narrowed_by_departments_in_one_language(admin: Any, kind: str) -> None:
    DepartmentFactory(name="Детски отдел")
    DepartmentFactory(name="Department for children", locale=locale("en"))
    page = admin.get(reverse(f"wagtailsnippets_events_{kind}:list")).content.decode()
    assert "Детски отдел" in page
    assert "Department for children" not in page
