"""Trainings in the librarians' calendar and in the API."""

from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from methodology_factories import TrainingFactory
from pages_factories import MunicipalityFactory
from trainings_factories import training_in

from methodology.actions.stage import CallOff, OpenRegistration

pytestmark = pytest.mark.django_db
FEED = "/feeds/trainings.ics"


def events(client: Client, query: str = "") -> list[Any]:
    answer = client.get(f"{FEED}{query}")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_each_day_of_a_public_training_is_in_the_calendar_with_a_lasting_uid(
    client: Client, site: Any
) -> None:
    training = training_in(5, length=3, title="Практикум", place="Чирпан", status="planned")
    training_in(6, is_public=False)
    training_in(6, status="draft")
    first = events(client)
    assert [str(one["summary"]) for one in first] == [
        f"Практикум (ден {number} от 3)" for number in (1, 2, 3)
    ]
    assert {str(one["location"]) for one in first} == {"Чирпан"}
    assert str(first[0]["dtstart"].dt.tzinfo) == "Europe/Sofia"
    OpenRegistration(training).execute()
    assert [one["uid"] for one in events(client)] == [one["uid"] for one in first]
    CallOff(training).execute()
    off = events(client)
    assert [one["uid"] for one in off] == [one["uid"] for one in first]
    assert {(str(one["status"]), str(one["summary"])[:10]) for one in off} == {("CANCELLED", "ОТМЕНЕНО: ")}


def test_a_training_without_planned_days_stands_over_all_of_them(client: Client, site: Any) -> None:
    TrainingFactory(start_date="2099-01-01", end_date="2099-01-03", title="Семинар")
    (one,) = events(client)
    assert (str(one["dtstart"].dt), str(one["dtend"].dt)) == ("2099-01-01", "2099-01-04")


def test_the_calendar_answers_304_until_a_training_changes(client: Client, site: Any) -> None:
    training = training_in(5)
    tag = client.get(FEED)["ETag"]
    assert client.get(FEED, headers={"If-None-Match": tag}).status_code == 304
    CallOff(training).execute()
    assert client.get(FEED, headers={"If-None-Match": tag}).status_code == 200


def test_a_municipality_chooses_and_an_unknown_one_is_refused(client: Client, site: Any) -> None:
    opan = MunicipalityFactory(name="Опан", code="SZR23")
    training_in(5, title="За Опан", municipalities=[opan])
    training_in(5, title="За друга", municipalities=[MunicipalityFactory()])
    assert [str(one["summary"]) for one in events(client, "?municipality=opan")] == ["За Опан"]
    assert client.get(f"{FEED}?municipality=nowhere").status_code == 400
    assert client.get(f"{FEED}?kind=x").status_code == 400


def test_the_feed_does_not_ask_more_when_there_is_more(client: Client, site: Any, count_queries: Any) -> None:
    reasons = ("the version", "the trainings", "their days", "the page that shows them")
    training_in(5, length=2)
    for number in range(2):
        with count_queries(*reasons):
            client.get(FEED, {"lang": ("bg", "en")[number]})
        for _number in range(5):
            training_in(5, length=3)


def test_the_api_tells_of_the_days_and_whether_to_register(client: Client, site: Any) -> None:
    training_in(5, length=2, title="Отворено")
    training_in(9, title="Обявено", status="planned")
    found = client.get("/api/v1/trainings/").json()["items"]
    told = {one["title"]: (one["status"], one["registration_open"], len(one["sessions"])) for one in found}
    assert told == {"Отворено": ("planned", True, 2), "Обявено": ("planned", False, 1)}
    (opened,) = [one for one in found if one["registration_open"]]
    assert client.get(opened["registration_url"].partition("8000")[2]).status_code == 200
