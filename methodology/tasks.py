"""Work in the background; every task may run twice or late without harm, and names people by number only."""

from django.core.mail import EmailMessage
from django.utils import timezone
from django_tasks import task

from methodology.actions.certificate_files import WriteCertificateFile
from methodology.actions.read_files import IndexMaterials, ReadFiles
from methodology.actions.write_certificate import write_certificate
from methodology.models import Certificate, CertificateFile, Registration, SurveyInvitation, SurveyPurpose
from methodology.surveys.links import survey_url
from methodology.trainings.mail import LETTERS, letter, write_letter
from pages.models import LibraryDocument


@task()
def send_letter(registration_id: int, kind: str) -> int:
    """Send a letter to whoever registered; nothing to those without an address or erased meanwhile."""
    return _write(registration_id, kind)


@task()
def send_reminder(registration_id: int) -> int:
    """Remind once; when the letter cannot be sent, the next round tries again."""
    mine = Registration.objects.confirmed().filter(pk=registration_id)
    if not mine.filter(reminded_at=None).update(reminded_at=timezone.now()):
        return 0
    try:
        return _write(registration_id, "reminder")
    except Exception:
        mine.update(reminded_at=None)
        raise


@task()
def send_invitation(invitation_id: int) -> int:
    """Send the link to a survey once; when it cannot be sent, the next round tries again."""
    mine = SurveyInvitation.objects.filter(pk=invitation_id)
    if not mine.filter(mailed=False).update(mailed=True):
        return 0
    invitation = mine.select_related("survey", "registration__training").get()
    words = LETTERS["survey" if invitation.survey.purpose == SurveyPurpose.AFTER else "follow-up"]
    try:
        return send(write_letter(invitation.registration, words, survey_url(invitation)))
    except Exception:
        mine.update(mailed=False)
        raise


@task()
def write_certificates(training_id: int) -> int:
    """Make the files of the certificates of a training that have none yet."""
    unwritten = Certificate.objects.filter(training=training_id).unwritten()
    for certificate in unwritten:
        write_certificate(certificate)
    return len(unwritten)


@task()
def write_certificate_file(key: str) -> int:
    """Make the file of certificates that somebody asked for; nothing when it is forgotten already."""
    file = CertificateFile.objects.select_related("training", "asked_by").filter(pk=key).first()
    return WriteCertificateFile(file).execute() if file else 0


@task()
def read_files(document_ids: list[int], index_anyway: bool = False) -> int:
    """Read the files of materials that have changed, and let the search know."""
    number = ReadFiles(LibraryDocument.objects.filter(pk__in=document_ids)).execute()
    if number or index_anyway:
        IndexMaterials(document_ids).execute()
    return number


@task()
def index_materials() -> int:
    """Write anew what the search knows of all materials with files."""
    return IndexMaterials().execute()


def send(message: EmailMessage) -> int:
    """Send one letter; an address that the mail library refuses is told nothing."""
    try:
        return message.send()
    except ValueError:
        # A line end in a header: Django refuses it, and so do we, without trying again.
        return 0


def _write(registration_id: int, kind: str) -> int:
    registration = Registration.objects.with_parts().filter(pk=registration_id, erased_at=None).first()
    if registration is None or not registration.email:
        return 0
    return send(letter(registration, kind))
