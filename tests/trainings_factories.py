"""Trainings with days and people for tests."""

import datetime
from typing import Any

import factory
from django.core import signing
from django.utils import timezone
from factory.django import DjangoModelFactory
from methodology_factories import LibraryFactory, TrainingFactory

from methodology.models import Attendance, Registration, Training, TrainingSession
from pages.visitors.forms import SALT

MORNING, EVENING = datetime.time(9, 30), datetime.time(16, 30)


class RegistrationFactory(DjangoModelFactory):
    class Meta:
        model = Registration

    training = factory.SubFactory(TrainingFactory)
    library = factory.SubFactory(LibraryFactory)
    name = factory.Sequence(lambda number: f"Елена Примерна {number}")
    email = factory.Sequence(lambda number: f"elena{number}@example.org")
    status = "confirmed"


def training_in(days: int, *, length: int = 1, status: str = "open", **values: Any) -> Training:
    """Make a training that begins in so many days, with a session a day."""
    first = timezone.localdate() + datetime.timedelta(days=days)
    training: Training = TrainingFactory(
        start_date=first,
        end_date=first + datetime.timedelta(days=length - 1),
        status=status,
        **values,
    )
    for number in range(length):
        day = first + datetime.timedelta(days=number)
        TrainingSession.objects.create(training=training, day=day, start_time=MORNING, end_time=EVENING)
    return training


def came(registration: Registration, days: int | None = None) -> Registration:
    """Enter that somebody came on the first days (all by default), and not on the others."""
    for number, session in enumerate(registration.training.sessions.all()):
        present = days is None or number < days
        Attendance.objects.create(session=session, registration=registration, present=present)
    return registration


def stamp(seconds: float = 60) -> str:
    """Return the signed time of a form opened so many seconds ago."""
    return signing.dumps(timezone.now().timestamp() - seconds, salt=SALT)


def filled(**values: Any) -> dict[str, Any]:
    """Return what somebody posts to register."""
    library = values.pop("library", None) or LibraryFactory()
    usual = {"library": getattr(library, "pk", library), "name": "Елена Примерна", "phone": ""}
    return {**usual, "email": "elena@example.org", "agreed": "on", "started": stamp(), **values}
