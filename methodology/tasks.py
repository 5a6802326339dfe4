"""Work in the background; every task may run twice or late without harm, and names people by number only."""

from django.core.mail import EmailMessage
from django_tasks import task

from methodology.actions.write_certificate import write_certificate
from methodology.models import Certificate, Registration
from methodology.trainings.mail import letter


@task()
def send_letter(registration_id: int, kind: str) -> int:
    """Send a letter to whoever registered; nothing to those without an address or erased meanwhile."""
    registration = Registration.objects.with_parts().filter(pk=registration_id, erased_at=None).first()
    if registration is None or not registration.email:
        return 0
    return send(letter(registration, kind))


def send(message: EmailMessage) -> int:
    """Send one letter; an address that the mail library refuses is told nothing."""
    try:
        return message.send()
    except ValueError:
        # A line end in a header: Django refuses it, and so do we, without trying again.
        return 0


@task()
def write_certificates(training_id: int) -> int:
    """Make the files of the certificates of a training that have none yet."""
    unwritten = Certificate.objects.filter(training=training_id).unwritten()
    for certificate in unwritten:
        write_certificate(certificate)
    return len(unwritten)
