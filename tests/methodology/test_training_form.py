"""The form of a training in the admin, its list and what is done there to several at once."""

import datetime
import io
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from trainings_factories import RegistrationFactory, training_in

from methodology.actions.stage import CloseRegistration, OpenRegistration
from methodology.actions.steps import possible_steps
from methodology.models import Training

pytestmark = pytest.mark.django_db


def posted(training: Training, *days: tuple[str, str, str], **values: Any) -> dict[str, Any]:
    """Return what the form of a training posts, with its days as (day, from, to)."""
    data: dict[str, Any] = {"title": training.title, "kind": training.kind, "certificate_share": "80"}
    data |= {"start_date": training.start_date.isoformat(), "end_date": training.last_day.isoformat()}
    data |= {"materials-TOTAL_FORMS": "0", "materials-INITIAL_FORMS": "0"}
    data |= {"sessions-TOTAL_FORMS": str(len(days)), "sessions-INITIAL_FORMS": "0"}
    for number, (day, start, end) in enumerate(days):
        prefix = f"sessions-{number}"
        data |= {f"{prefix}-day": day, f"{prefix}-start_time": start, f"{prefix}-end_time": end}
    return data | values


def save(client: Client, training: Training, *days: tuple[str, str, str], **values: Any) -> Any:
    address = reverse("wagtailsnippets_methodology_training:edit", args=[training.pk])
    return client.post(address, posted(training, *days, **values))


@pytest.fixture
def training(site: Any) -> Training:
    training = training_in(10, length=3, title="Практикум")
    training.sessions.all().delete()
    return Training.objects.get(pk=training.pk)


def day(training: Training, number: int) -> str:
    return (training.start_date + datetime.timedelta(days=number)).isoformat()


def test_days_that_fit_are_saved(admin_client: Client, training: Training) -> None:
    days = [
        (day(training, 0), "09:30", "12:00"),
        (day(training, 0), "12:00", "16:00"),
        (day(training, 2), "9:00", "10:00"),
    ]
    assert save(admin_client, training, *days).status_code == 302
    assert [session.minutes for session in Training.objects.get().sessions.all()] == [150, 240, 60]


@pytest.mark.parametrize(
    ("number", "hours", "words"),
    [
        (0, ("11:00", "13:00"), "По това време вече има друг учебен ден"),
        (5, ("11:00", "13:00"), "Денят е извън обучението"),
        (1, ("13:00", "11:00"), "Краят е преди началото"),
    ],
    ids=["overlapping", "outside", "backwards"],
)
def test_a_wrong_day_is_explained_and_nothing_typed_is_lost(
    admin_client: Client, training: Training, number: int, hours: tuple[str, str], words: str
) -> None:
    days = [(day(training, 0), "09:30", "12:00"), (day(training, number), *hours)]
    answer = save(admin_client, training, *days, place="Чирпан, читалището")
    page = answer.content.decode()
    assert (answer.status_code, words in page, "Чирпан, читалището" in page) == (200, True, True)
    assert Training.objects.get().sessions.count() == 0


def test_there_are_never_fewer_places_than_people(admin_client: Client, training: Training) -> None:
    for _number in range(2):
        RegistrationFactory(training=training)
    assert "Вече са записани 2 души" in save(admin_client, training, capacity="1").content.decode()
    assert save(admin_client, training, capacity="2").status_code == 302


def test_registration_may_not_end_after_the_training(admin_client: Client, training: Training) -> None:
    answer = save(admin_client, training, registration_until=day(training, 30))
    assert "Записването свършва след обучението" in answer.content.decode()


def test_somebody_is_added_by_hand_and_never_twice(admin_client: Client, training: Training) -> None:
    row = RegistrationFactory(training=training, email="elena@example.org")
    board = reverse("methodology_training", args=[training.pk])
    data = {"library": row.library_id, "name": "Вяра Примерна", "email": "Elena@example.org", "phone": ""}
    page = admin_client.post(board, data).content.decode()
    assert "С този адрес вече е записан" in page
    assert "Вяра Примерна" in page
    assert admin_client.post(board, data | {"email": "vyara@example.org"}).status_code == 302
    added = training.registrations.get(email="vyara@example.org")
    assert (added.status, added.by_staff, added.person.name) == ("confirmed", True, "Вяра Примерна")


def test_the_list_is_exported_with_the_numbers_of_people(admin_client: Client, training: Training) -> None:
    RegistrationFactory(training=training)
    RegistrationFactory(training=training, status="waiting")
    address = reverse("wagtailsnippets_methodology_training:list")
    content = b"".join(admin_client.get(f"{address}?export=xlsx").streaming_content)
    row = dict(zip(*load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True), strict=True))
    assert (row["Записани"], row["Чакащи"]) == (1, 1)


def test_several_registrations_are_opened_at_once_and_the_impossible_is_named(
    admin_client: Client, site: Any
) -> None:
    ready, past = training_in(5, status="planned"), training_in(-5, status="planned", title="Минало")
    address = reverse("wagtail_bulk_action", args=["methodology", "training", "open_registration"])
    back = reverse("wagtailsnippets_methodology_training:list")
    chosen = f"{address}?next={back}&id={ready.pk}&id={past.pk}"
    assert "Минало" in admin_client.get(chosen).content.decode()
    page = admin_client.post(chosen, follow=True).content.decode()
    assert "Последният ден за записване е минал" in page
    assert set(Training.objects.values_list("title", "status")) == {
        *((ready.title, "open"), ("Минало", "planned"))
    }


def test_each_stage_offers_its_steps_in_order(site: Any) -> None:
    training = training_in(5, status="draft")
    assert [step.name for step in possible_steps(training)] == ["open", "announce", "cancel"]
    opened = OpenRegistration(training).execute()
    assert [step.name for step in possible_steps(opened)] == ["close-registration", "draft", "cancel"]
    assert CloseRegistration(opened).execute().status == "planned"
    assert "hold" in [step.name for step in possible_steps(training_in(0))]


@pytest.mark.parametrize(
    "view", ["methodology_training", "methodology_attendance", "methodology_sheet", "home"]
)
def test_the_screens_do_not_ask_more_when_there_is_more(admin_client: Client, site: Any, view: str) -> None:
    training = training_in(-3, length=2, status="held")
    address = reverse("wagtailadmin_home") if view == "home" else reverse(view, args=[training.pk])

    def asked() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(address).status_code == 200
        return len(captured)

    for _number in range(2):
        RegistrationFactory(training=training)
    asked()
    first = asked()
    for number in range(5):
        RegistrationFactory(training=training)
        training_in(3 + number)
        training_in(-30 + number, status="held")
    assert asked() <= first
