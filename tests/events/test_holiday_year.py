"""The holidays of a year on one screen: confirmed, changed, dropped; safe to repeat."""

from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from events_factories import last_thursday, library_hours, published_event
from wagtail.models import ModelLogEntry

from events.actions import propose_holidays
from events.holiday_year import holiday_year
from events.models import Closure

pytestmark = pytest.mark.django_db

# In 2030 Boxing Day is the last Thursday of December; 2024 has days off for the administration only.
URL = reverse("events_holidays", args=[2030])


@pytest.fixture
def admin(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


def filled(response: Any) -> dict[str, Any]:
    """What a browser would send back of a screen as it stands."""
    form = response.context["form"]
    data = {}
    for line in [*form.lines, *form.administration, form.extra]:
        for field in line:
            value = field.value()
            data[field.html_name] = f"{value:%d.%m.%Y}" if isinstance(value, date) else value or ""
    return data


def states() -> dict[str, str]:
    return {f"{one.start_date:%m-%d}": one.state for one in Closure.objects.order_by("start_date")}


def test_looking_at_a_year_makes_nothing(admin: Any) -> None:
    page = admin.get(URL).content.decode()
    assert "Рождество Христово" in page
    assert not Closure.objects.exists()


def test_the_year_is_confirmed_in_one_go_and_again_without_harm(admin: Any) -> None:
    data = filled(admin.get(URL))
    assert admin.post(URL, data).status_code == 302
    first = states()
    assert set(first.values()) == {"confirmed"}
    assert len(first) >= 14
    logged = ModelLogEntry.objects.count()
    assert admin.post(URL, filled(admin.get(URL))).status_code == 302
    # A form that was open in another window since before the first save.
    assert admin.post(URL, data).status_code == 302
    assert states() == first
    assert ModelLogEntry.objects.count() == logged
    assert propose_holidays(2030) == []


def test_a_holiday_is_changed_dropped_and_put_off(admin: Any) -> None:
    data = filled(admin.get(URL))
    data |= {"h0303-state": "withdrawn", "h0506-state": "proposed"}
    data |= {"h0524-day": "27.05.2030", "h0524-reason": "Празник на книжовността"}
    admin.post(URL, data)
    found = states()
    assert (found["03-03"], found["05-06"]) == ("withdrawn", "proposed")
    moved = Closure.objects.get(holiday_date=date(2030, 5, 24))
    assert (moved.start_date, moved.reason) == (date(2030, 5, 27), "Празник на книжовността")
    page = admin.get(URL)
    lines = {line.prefix: line for line in page.context["form"].lines}
    assert lines["h0303"]["state"].value() == "withdrawn"
    assert lines["h0506"]["state"].value() == "proposed"
    assert lines["h0524"]["day"].value() == date(2030, 5, 27)
    assert propose_holidays(2030) == []
    data["h0303-state"] = "confirmed"
    admin.post(URL, data)
    assert states()["03-03"] == "confirmed"


def test_proposals_of_the_command_are_taken_up_and_not_doubled(admin: Any, capsys: Any) -> None:
    call_command("propose_holidays", "2030")
    number = Closure.objects.count()
    assert ModelLogEntry.objects.filter(action="events.holiday.propose").count() == number
    admin.post(URL, filled(admin.get(URL)))
    assert Closure.objects.count() == number
    assert set(states().values()) == {"confirmed"}


def test_the_screen_shows_a_second_reason_and_the_events_of_a_day(admin: Any, programme: Any) -> None:
    last_thursday()
    event = published_event(programme, title="Коледно четене", start_date=date(2026, 12, 24))
    assert event.occurrences.get()
    this_year = admin.get(reverse("events_holidays", args=[2026])).content.decode()
    assert "Коледно четене" in this_year
    page = admin.get(URL).content.decode()
    assert page.count("Един ден, две причини") == 1
    assert "всеки последен четвъртък" in page.casefold()


def test_days_off_of_the_administration_close_nothing_unless_ticked(admin: Any) -> None:
    url = reverse("events_holidays", args=[2026])
    response = admin.get(url)
    form = response.context["form"]
    assert form.administration
    assert {line["state"].value() for line in form.administration} == {"withdrawn"}
    data = filled(response)
    admin.post(url, data)
    days = {line.line.holiday.day for line in form.administration}
    assert not Closure.objects.filter(start_date__in=days).exists()
    chosen = form.administration[0]
    data[f"{chosen.prefix}-state"] = "confirmed"
    admin.post(url, data)
    assert Closure.objects.get(start_date__in=days).state == "confirmed"


def test_a_day_is_added_by_hand_once(admin: Any) -> None:
    data = filled(admin.get(URL)) | {"extra-day": "23.12.2030", "extra-reason": "Разместен почивен ден"}
    admin.post(URL, data)
    admin.post(URL, data)
    added = Closure.objects.get(start_date=date(2030, 12, 23))
    assert (added.state, added.holiday_date) == ("confirmed", None)
    assert "Разместен почивен ден" in admin.get(URL).content.decode()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"h0303-day": "03.03.2031"}, "през 2030"),
        ({"h0303-day": "30.02.2030"}, "валидна дата"),
        ({"h0303-reason": ""}, "задължително"),
        ({"h0303-state": "maybe"}, "валиден избор"),
        ({"extra-day": "23.12.2030"}, "Напишете защо"),
        ({"extra-reason": "Размяна"}, "Изберете кой ден"),
        ({"extra-day": "23.12.1890", "extra-reason": "Размяна"}, "през 2030"),
    ],
)
def test_a_wrong_line_is_told_and_nothing_is_written(
    admin: Any, values: dict[str, str], message: str
) -> None:
    response = admin.post(URL, filled(admin.get(URL)) | values)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not Closure.objects.exists()


@pytest.mark.parametrize("year", [0, 1989, 2101, 99999])
def test_a_year_that_cannot_be_is_not_found(admin: Any, year: int) -> None:
    assert admin.get(reverse("events_holidays", args=[year])).status_code == 404


def test_a_year_costs_five_queries_however_full_it_is(admin: Any, programme: Any, count_queries: Any) -> None:
    admin.post(URL, filled(admin.get(URL)) | {"h0303-state": "proposed"})
    last_thursday()
    with count_queries(
        "the closures of holidays",
        "recurring and other closures of the whole library",
        "the default language",
        "events on the days of holidays",
        "which proposals somebody has put off",
    ):
        holiday_year(2030)
