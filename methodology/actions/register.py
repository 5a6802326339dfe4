"""Registering for a training, from the first wish to a seat or a place on the waiting list."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from methodology.actions.people import person_for
from methodology.actions.refused import Refused
from methodology.actions.seats import has_seat, locked, settle
from methodology.models import Library, Registration, RegistrationStatus, Training
from methodology.tasks import send_letter
from pages.visitors.limiter import allow

LETTERS_A_DAY = 5


@dataclass(frozen=True)
class Wish:
    """What somebody fills in."""

    library: Library
    name: str
    email: str
    phone: str = ""


class Register:
    """Notes a wish and writes to its address; from outside nobody sees whether the address was known."""

    def __init__(self, training: Training, wish: Wish) -> None:
        self.training = training
        self.wish = wish

    def execute(self) -> None:
        """Keep the wish until its link is followed; what is confirmed already stays as it is."""
        if not self.training.takes_registrations:
            raise Refused(_("За това обучение не може да се записвате. Обадете се в отдела."))
        registration = self._noted()
        if allow("registration-letter", registration.email, most=LETTERS_A_DAY, within=timedelta(days=1)):
            send_letter.enqueue(registration.pk, "known" if registration.is_active else "confirm")

    def _noted(self) -> Registration:
        try:
            with transaction.atomic():
                return self._write()
        except IntegrityError:
            # The same form came twice at once: the other one has written the row.
            return self._write()

    def _write(self) -> Registration:
        email = self.wish.email.lower()
        held = self.training.registrations.active().filter(email=email).first()
        if held is not None and held.is_active:
            return held
        values = {"library": self.wish.library, "name": self.wish.name, "phone": self.wish.phone}
        if held is None:
            return Registration.objects.create(training=self.training, email=email, **values)
        for name, value in values.items():
            setattr(held, name, value)
        held.save()
        return held


class ConfirmRegistration:
    """Turns a wish into a seat, or into a place on the waiting list when the seats are taken."""

    def __init__(self, registration: Registration) -> None:
        self.registration = registration

    def execute(self) -> Registration:
        """Give the seat once, however often the button is pressed."""
        with transaction.atomic():
            training = locked(self.registration.training_id)
            registration = training.registrations.select_related("library").get(pk=self.registration.pk)
            if registration.status != RegistrationStatus.UNCONFIRMED:
                return registration
            if not training.takes_registrations:
                raise Refused(_("Записването за това обучение вече е затворено. Обадете се в отдела."))
            seated = has_seat(training)
            registration.status = RegistrationStatus.CONFIRMED if seated else RegistrationStatus.WAITING
            registration.confirmed_at = timezone.now()
            registration.person = person_for(registration)
            registration.save()
            settle(training)
            send_letter.enqueue(registration.pk, "registered" if seated else "waiting")
        return registration


class ChangeRegistration:
    """Corrects name, phone and library; the address stays, for it is what the link proves."""

    def __init__(self, registration: Registration, wish: Wish) -> None:
        self.registration = registration
        self.wish = wish

    def execute(self) -> Registration:
        """Write what was changed."""
        registration = self.registration
        registration.name, registration.phone = self.wish.name, self.wish.phone
        registration.library = self.wish.library
        registration.save(update_fields=["name", "phone", "library"])
        return registration


class CancelRegistration:
    """Frees the seat and gives it to the next who waits."""

    def __init__(self, registration: Registration, *, tell: bool = True) -> None:
        self.registration = registration
        self.tell = tell

    def execute(self) -> Registration:
        """Cancel once; a second press changes nothing and writes to nobody."""
        with transaction.atomic():
            training = locked(self.registration.training_id)
            registration = training.registrations.get(pk=self.registration.pk)
            if registration.status == RegistrationStatus.CANCELLED:
                return registration
            registration.status = RegistrationStatus.CANCELLED
            registration.save(update_fields=["status"])
            settle(training)
            if self.tell:
                send_letter.enqueue(registration.pk, "cancelled")
        return registration


class AddParticipant:
    """Puts somebody on the list by hand: who phoned, or who came without registering."""

    def __init__(self, registration: Registration) -> None:
        self.registration = registration

    def execute(self) -> Registration:
        """Seat them, over the capacity too: they are there."""
        with transaction.atomic():
            training = locked(self.registration.training_id)
            registration = self.registration
            registration.status, registration.by_staff = RegistrationStatus.CONFIRMED, True
            registration.key = registration.key or uuid.uuid4()
            registration.confirmed_at = timezone.now()
            registration.person = person_for(registration)
            registration.save()
            settle(training)
        return registration
