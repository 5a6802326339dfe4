"""What is due each day, and what is forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from methodology_factories import PersonFactory
from trainings_factories import RegistrationFactory, came, training_in

from methodology.actions.attendance import ConfirmAttendance
from methodology.actions.certificates import IssueCertificates
from methodology.actions.daily_round import DailyRound
from methodology.models import Certificate, Person, Registration
from methodology.trainings.links import registration_of, token_of
from methodology.trainings.personal_data import erase_registrations, export_registrations

pytestmark = pytest.mark.django_db


def test_a_reminder_goes_two_days_before_and_only_once(site: Any, capsys: Any) -> None:
    soon = RegistrationFactory(training=training_in(2, title="Скоро"))
    RegistrationFactory(training=training_in(3))
    RegistrationFactory(training=training_in(1, status="cancelled"))
    RegistrationFactory(training=soon.training, status="waiting")
    RegistrationFactory(training=soon.training, status="cancelled")
    RegistrationFactory(training=soon.training, email="")
    for _time in range(3):
        call_command("send_reminders")
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [([soon.email], "Напомняне: Скоро")]
    assert capsys.readouterr().out.startswith("Напомняния: 1;")


def test_a_reminder_that_could_not_be_sent_goes_the_next_time(site: Any, monkeypatch: Any) -> None:
    from methodology import tasks

    row = RegistrationFactory(training=training_in(1))

    def broken(message: Any) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(tasks, "send", broken)
        DailyRound().execute()
    row.refresh_from_db()
    assert (row.reminded_at, mail.outbox) == (None, [])
    DailyRound().execute()
    assert len(mail.outbox) == 1


def test_a_wish_nobody_confirmed_is_deleted_after_a_week(site: Any) -> None:
    old, fresh = (RegistrationFactory(training=training_in(9), status="unconfirmed") for _number in range(2))
    Registration.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=8))
    assert DailyRound().execute().forgotten == 1
    assert list(Registration.objects.all()) == [fresh]


def test_a_person_gets_all_that_is_kept_and_is_forgotten_while_the_counts_stay(site: Any) -> None:
    person = PersonFactory(name="Вяра Единствена", email="vyara@example.org")
    training = training_in(-9, status="held", title="Практикум")
    mine = came(
        RegistrationFactory(training=training, person=person, name="Вяра Единствена", phone="0888 642 151")
    )
    stray = RegistrationFactory(training=training_in(9), email="vyara@example.org", status="waiting")
    other = came(RegistrationFactory(training=training, person=PersonFactory()))
    ConfirmAttendance(training).execute()
    IssueCertificates(training).execute()
    told = export_registrations(person)
    assert [row["обучение"] for row in told] == ["Практикум", stray.training.title]
    assert told[0]["телефон"] == "0888 642 151"
    before, token = Registration.objects.attended().reach(), token_of(mine)
    assert erase_registrations(person, "заличен") == 2
    assert Registration.objects.attended().reach() == before
    assert registration_of(token) is None
    erased = Certificate.objects.get(registration=mine)
    assert (erased.name, bytes(erased.pdf), erased.revoked_on) == ("", b"", None)
    kept = f"{list(Registration.objects.values())}{list(Certificate.objects.values('name', 'code'))}"
    assert "Вяра Единствена" not in kept
    assert "vyara@example.org" not in kept
    assert "0888 642 151" not in kept
    other.refresh_from_db()
    assert other.name in kept
    assert Person.objects.filter(pk=person.pk).exists()
