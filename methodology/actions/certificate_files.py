"""Putting all certificates of a training into one file, outside the request that asks for it."""

from django.utils import timezone

from methodology.formats.certificate import certificate_pdf
from methodology.models import Certificate, CertificateFile, Training
from methodology.models.certificate_file import KEPT
from methodology.querysets.certificates import CertificateQuerySet

# Enough for every training of the department.
MOST_CERTIFICATES = 150


def certificates_for(training: Training, user: object) -> CertificateQuerySet:
    """Return the good certificates of a training that somebody may see."""
    found: CertificateQuerySet = (
        Certificate.objects.filter(training=training).visible_to(user).valid().named().light()
    )
    return found


class WriteCertificateFile:
    """Makes the file that was asked for, once."""

    def __init__(self, file: CertificateFile) -> None:
        self.file = file

    def execute(self) -> int:
        """Return how many certificates are in it."""
        if self.file.is_ready:
            return self.file.number
        found = list(certificates_for(self.file.training, self.file.asked_by)[:MOST_CERTIFICATES])
        if found:
            self.file.pdf, self.file.number = certificate_pdf(found), len(found)
            self.file.save(update_fields=["pdf", "number"])
        return len(found)


def forget_certificate_files() -> int:
    """Delete the files asked for more than a day ago."""
    return CertificateFile.objects.filter(asked_at__lt=timezone.now() - KEPT).delete()[0]
