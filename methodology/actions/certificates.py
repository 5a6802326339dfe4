"""Issuing and revoking certificates."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from methodology.actions.refused import Refused
from methodology.actions.seats import locked
from methodology.models import Certificate, Registration, Training
from methodology.tasks import write_certificates
from methodology.trainings.stages import IS_CONFIRMED
from pages.bulgarian import dates
from pages.versions import bump

# Without letters and digits that look alike.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 12


class IssueCertificates:
    """Gives a certificate to everybody who came for long enough and has none yet."""

    def __init__(self, training: Training) -> None:
        self.training = training

    def execute(self) -> list[Certificate]:
        """Return the new certificates; asking again makes no doubles."""
        with transaction.atomic():
            training = locked(self.training.pk)
            if training.status not in IS_CONFIRMED:
                raise Refused(_("Удостоверения се издават след потвърдено присъствие."))
            issued = [self._issue(training, row) for row in deserving(training)]
        write_certificates.enqueue(training.pk)
        return issued

    def _issue(self, training: Training, row: Registration) -> Certificate:
        today = timezone.localdate()
        # The counter of a year: the row stays locked until the transaction ends, so no number comes twice.
        number = bump(f"certificates-{today.year}")
        return Certificate.objects.create(
            training=training,
            registration=row,
            number=f"{today.year}-{number:05d}",
            code="".join(secrets.choice(ALPHABET) for _number in range(CODE_LENGTH)),
            name=row.name,
            title=training.title,
            dates=dates.date_range(training.start_date, training.last_day),
            minutes=row.minutes_attended or 0,
            issued_on=today,
        )


class RevokeCertificate:
    """Says that a certificate is no longer good; its number is never given again."""

    def __init__(self, certificate: Certificate) -> None:
        self.certificate = certificate

    def execute(self) -> Certificate:
        """Revoke once."""
        if self.certificate.revoked_on is None:
            self.certificate.revoked_on = timezone.localdate()
            self.certificate.save(update_fields=["revoked_on"])
        return self.certificate


def deserving(training: Training) -> list[Registration]:
    """Return who came for the asked share of the hours and holds no certificate that is good."""
    whole = sum(session.minutes for session in training.sessions.all())
    rows = training.registrations.attended().filter(erased_at=None)
    rows = rows.exclude(certificates__in=Certificate.objects.valid())
    return [row for row in rows if row.minutes_attended * 100 >= whole * training.certificate_share]
