"""Two editors save seasons that overlap at the same time: one of them is told, and nothing typed is lost."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from events_factories import library_hours, opening_hours

from events.models import OpeningHours
from pages import versions

pytestmark = pytest.mark.django_db

ADD = reverse("wagtailsnippets_events_openinghours:add")
SUMMER = {"valid_from": date(2027, 7, 1), "valid_until": date(2027, 8, 31)}


@pytest.fixture
def editor(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def season(first: str, last: str, **values: str) -> dict[str, str]:
    days = {f"day_{number}": "10–16" if number < 5 else "" for number in range(7)}
    return {"name": "Лято", "department": "", "valid_from": first, "valid_until": last, **days, **values}


def meanwhile(monkeypatch: Any, another: Callable[[], Any]) -> None:
    """Let another editor save first, while this one waits for the hours."""
    bump = versions.bump

    def wait(name: str) -> int:
        monkeypatch.setattr(versions, "bump", bump)
        another()
        return bump(name)

    monkeypatch.setattr(versions, "bump", wait)


def test_a_new_season_that_overlaps_one_just_saved_is_refused_at_its_field(
    editor: Any, monkeypatch: Any
) -> None:
    meanwhile(monkeypatch, lambda: opening_hours([], name="Лято на другия", **SUMMER))
    response = editor.post(ADD, season("15.08.2027", "15.09.2027"))
    assert response.status_code == 200
    (error,) = response.context["form"].errors["valid_from"]
    assert "застъпва с „Лято на другия“" in error
    assert 'value="10–16"' in response.content.decode()
    assert not OpeningHours.objects.filter(name="Лято").exists()


def test_of_two_seasons_moved_onto_each_other_the_second_stays_where_it_was(
    editor: Any, monkeypatch: Any
) -> None:
    first = opening_hours([], name="Първи", **SUMMER)
    second = opening_hours([], name="Втори", valid_from=date(2027, 10, 1), valid_until=date(2027, 10, 31))
    moved = {"valid_from": date(2027, 9, 1), "valid_until": date(2027, 9, 20)}
    meanwhile(monkeypatch, lambda: OpeningHours.objects.filter(pk=first.pk).update(**moved))
    url = reverse("wagtailsnippets_events_openinghours:edit", args=[second.pk])
    response = editor.post(url, season("10.09.2027", "30.09.2027"))
    assert "застъпва с „Първи“" in response.context["form"].errors["valid_from"][0]
    second.refresh_from_db()
    assert (second.valid_from, second.name) == (date(2027, 10, 1), "Втори")


def test_without_a_rival_a_season_is_saved(editor: Any) -> None:
    assert editor.post(ADD, season("15.08.2027", "15.09.2027")).status_code == 302
    assert OpeningHours.objects.get(name="Лято").valid_from == date(2027, 8, 15)
