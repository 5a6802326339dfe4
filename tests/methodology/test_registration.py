"""Registering with a link: what strangers post, what the letter says, what the buttons do."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from methodology_factories import LibraryFactory
from smtp_server import mail_server
from trainings_factories import RegistrationFactory, filled, stamp, training_in

from methodology.actions.register import CancelRegistration, ConfirmRegistration, Register, Wish
from methodology.models import Person, Registration, Training
from methodology.trainings.links import registration_of, token_of

pytestmark = pytest.mark.django_db


def form_of(training: Training) -> str:
    return reverse("training_register", args=[training.pk])


def page_of(registration: Registration) -> str:
    return reverse("training_registration", args=[token_of(registration)])


@pytest.fixture
def training(site: Any) -> Training:
    return training_in(10, length=2, capacity=2, title="Практикум")


def follow(client: Client, action: str, registration: Registration, **values: Any) -> Any:
    data = {"library": registration.library_id, "name": registration.name, "phone": "", **values}
    return client.post(page_of(registration), {"action": action, **data})


def test_a_wish_is_kept_and_only_the_button_behind_the_link_gives_the_seat(
    client: Client, training: Training
) -> None:
    assert client.post(form_of(training), filled()).status_code == 302
    row = Registration.objects.get()
    assert (row.status, row.person) == ("unconfirmed", None)
    (letter,) = mail.outbox
    link = re.search(r"http\S+/trainings/registration/\S+", letter.body)[0]
    path = link.partition("8000")[2]
    assert letter.subject == "Потвърдете записването: Практикум"
    for _time in range(2):
        assert "Потвърждавам записването" in client.get(path).content.decode()
    row.refresh_from_db()
    assert row.status == "unconfirmed"
    client.post(path, {"action": "confirm", "library": row.library_id, "name": row.name})
    row.refresh_from_db()
    assert (row.status, row.person.email) == ("confirmed", "elena@example.org")
    assert "Записани сте." in client.get(path).content.decode()


def test_a_stranger_learns_nothing_about_an_address(client: Client, training: Training) -> None:
    known = RegistrationFactory(training=training, email="elena@example.org", name="Елена Истинска")
    answers = [
        client.post(form_of(training), filled(email=email), follow=True)
        for email in ("elena@example.org", "nobody@example.org", "ELENA@example.org")
    ]
    assert len({answer.content for answer in answers}) == 1
    assert [letter.subject for letter in mail.outbox] == [
        "Вече сте записани: Практикум",
        "Потвърдете записването: Практикум",
        "Вече сте записани: Практикум",
    ]
    known.refresh_from_db()
    assert (known.name, Registration.objects.count()) == ("Елена Истинска", 2)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"email": "elena@example.org\r\nBcc: all@example.org"}, "Това не е адрес на електронна поща"),
        ({"email": "няма"}, "Това не е адрес на електронна поща"),
        ({"name": "я" * 10_000}, "150"),
        ({"name": "Елена\nBcc: all@example.org"}, "на един ред"),
        ({"name": ""}, "Напишете името и фамилията си."),
        ({"library": "999999"}, "библиотека"),
        ({"phone": "няма"}, "Въведете телефон с цифри"),
        ({"agreed": ""}, "Без съгласие не можем да Ви запишем."),
        ({"started": ""}, "Страницата е била отворена дълго"),
        ({"started": "forged:1:2"}, "Страницата е била отворена дълго"),
        ({"started": "quick"}, "Формулярът дойде твърде бързо"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    client: Client, training: Training, values: dict[str, Any], words: str
) -> None:
    if values.get("started") == "quick":
        values = {"started": stamp(1)}
    answer = client.post(form_of(training), filled(**{"phone": "042 648 131", **values}))
    page = answer.content.decode()
    assert (answer.status_code, Registration.objects.count(), len(mail.outbox)) == (200, 0, 0)
    assert words in page
    assert values.get("phone", "042 648 131") in page


def test_a_machine_that_fills_in_the_hidden_field_is_told_the_same_and_kept_out(
    client: Client, training: Training
) -> None:
    assert client.post(form_of(training), filled(website="http://spam.example")).status_code == 302
    assert (Registration.objects.count(), len(mail.outbox)) == (0, 0)


def test_one_address_gets_five_letters_a_day(client: Client, training: Training) -> None:
    for _time in range(8):
        assert client.post(form_of(training), filled()).status_code == 302
    assert (Registration.objects.count(), len(mail.outbox)) == (1, 5)


def test_one_network_registers_sixty_times_a_day(client: Client, training: Training) -> None:
    library = LibraryFactory()
    for number in range(60):
        posted = filled(library=library, email=f"e{number}@example.org")
        assert client.post(form_of(training), posted).status_code == 302
    refused = client.post(form_of(training), filled(library=library, email="last@example.org"))
    assert "твърде много записвания" in refused.content.decode()
    elsewhere = client.post(
        form_of(training), filled(library=library, email="x@example.org"), REMOTE_ADDR="10.0.0.9"
    )
    assert elsewhere.status_code == 302


@pytest.mark.parametrize(
    "damage",
    [lambda token: token[:-1], lambda token: f"x{token}", lambda token: "x", str.upper],
    ids=["cut", "longer", "short", "upper"],
)
def test_a_forged_link_opens_nothing(client: Client, training: Training, damage: Any) -> None:
    token = token_of(RegistrationFactory(training=training))
    answer = client.get(reverse("training_registration", args=[damage(token)]))
    assert (answer.status_code, registration_of(damage(token))) == (404, None)
    assert "Връзката не е вярна" in answer.content.decode()


def test_an_old_link_opens_nothing(training: Training) -> None:
    import time_machine

    token = token_of(RegistrationFactory(training=training))
    with time_machine.travel("2029-01-01"):
        assert registration_of(token) is None


def test_who_comes_late_waits_and_gets_the_first_seat_that_is_freed(
    client: Client, training: Training
) -> None:
    rows = [RegistrationFactory(training=training, status="unconfirmed") for _number in range(4)]
    for row in rows:
        follow(client, "confirm", row)
    states = list(Registration.objects.order_by("pk").values_list("status", flat=True))
    training.refresh_from_db()
    assert (states, training.status) == (["confirmed", "confirmed", "waiting", "waiting"], "full")
    mail.outbox.clear()
    for _time in range(2):
        follow(client, "cancel", rows[0])
    states = list(Registration.objects.order_by("pk").values_list("status", flat=True))
    assert states == ["cancelled", "confirmed", "confirmed", "waiting"]
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([rows[2].email], "Има място за Вас: Практикум"),
        ([rows[0].email], "Отказахте се: Практикум"),
    ]
    for row in rows[1:]:
        CancelRegistration(row).execute()
    training.refresh_from_db()
    assert training.status == "open"


def test_who_waits_moves_up_after_the_registration_has_closed_too(training: Training) -> None:
    first = RegistrationFactory(training=training)
    RegistrationFactory(training=training)
    waiting = RegistrationFactory(training=training, status="waiting")
    Training.objects.filter(pk=training.pk).update(status="planned")
    CancelRegistration(first).execute()
    waiting.refresh_from_db()
    training.refresh_from_db()
    assert (waiting.status, training.status) == ("confirmed", "planned")


def test_name_library_and_phone_are_changed_by_the_same_link(client: Client, training: Training) -> None:
    row, other = RegistrationFactory(training=training), LibraryFactory()
    follow(client, "change", row, name="Елена Нова", library=other.pk, phone="0888 642 151")
    row.refresh_from_db()
    assert (row.name, row.library, row.phone) == ("Елена Нова", other, "0888 642 151")
    wrong = follow(client, "change", row, name="", library=other.pk)
    assert "Напишете името и фамилията си." in wrong.content.decode()


def test_after_the_training_the_link_changes_nothing(client: Client, site: Any) -> None:
    row = RegistrationFactory(training=training_in(-3, status="held"))
    answer = follow(client, "cancel", row)
    row.refresh_from_db()
    assert (row.status, "не се променя" in answer.content.decode()) == ("confirmed", True)


@pytest.mark.parametrize("values", [{"status": "planned"}, {"status": "held"}, {"days": -1}])
def test_a_closed_registration_takes_nobody(client: Client, site: Any, values: dict[str, Any]) -> None:
    training = training_in(values.pop("days", 5), **values)
    assert "Записването е затворено" in client.post(form_of(training), filled()).content.decode()
    assert Registration.objects.count() == 0


@pytest.mark.parametrize("values", [{"status": "draft"}, {"is_public": False}])
def test_a_training_that_is_not_public_has_no_form(client: Client, site: Any, values: dict[str, Any]) -> None:
    training = training_in(5, **values)
    for name in ("training_register", "training_registered"):
        assert client.get(reverse(name, args=[training.pk])).status_code == 404


def test_who_is_on_two_trainings_at_one_time_is_told(client: Client, training: Training) -> None:
    first = RegistrationFactory(training=training, email="elena@example.org")
    RegistrationFactory(training=training_in(11, title="Успоредно обучение"), email="elena@example.org")
    RegistrationFactory(training=training_in(20, title="По-късно"), email="elena@example.org")
    page = client.get(page_of(first)).content.decode()
    assert "Успоредно обучение" in page
    assert "По-късно" not in page


def test_the_person_on_record_is_found_by_address_else_by_name_in_the_library(training: Training) -> None:
    from methodology_factories import PersonFactory, PostFactory

    by_address = PersonFactory(name="Друго Име", email="Elena@example.org")
    post = PostFactory(person__name="Вяра Примерна")
    training.capacity = None
    training.save()
    first = RegistrationFactory(training=training, status="unconfirmed", email="elena@example.org")
    second = RegistrationFactory(
        training=training, status="unconfirmed", name="Вяра Примерна", library=post.library
    )
    third = RegistrationFactory(training=training, status="unconfirmed", name="Вяра Примерна")
    found = [ConfirmRegistration(row).execute().person for row in (first, second, third)]
    assert found[:2] == [by_address, post.person]
    assert (found[2].name, Person.objects.count()) == ("Вяра Примерна", 3)


def test_letters_go_over_a_real_conversation_and_no_header_comes_from_a_form(training: Training) -> None:
    training.title = "Практикум\r\nBcc: all@example.org"
    training.save()
    library = LibraryFactory()
    smtp = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "127.0.0.1"}
    with mail_server() as server, override_settings(**smtp, EMAIL_PORT=server.port):
        for email in ("elena@example.org", "elena@example.org\r\nBcc: all@example.org"):
            Register(training, Wish(library, "Елена\r\nBcc: all@example.org", email)).execute()
    (delivered,) = server.delivered
    assert delivered.recipients == ["elena@example.org"]
    assert delivered.message["Bcc"] is None
    assert delivered.message["Subject"].strip() == "Потвърдете записването: Практикум Bcc: all@example.org"
    assert delivered.message["Auto-Submitted"] == "auto-generated"
    body = delivered.message.get_content()
    assert registration_of(re.search(r"registration/(\S+)/", body)[1]) == Registration.objects.get(
        email="elena@example.org"
    )
