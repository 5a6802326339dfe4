"""Making the file of a certificate, once."""

from methodology.formats.certificate import certificate_pdf
from methodology.models import Certificate


def write_certificate(certificate: Certificate) -> bytes:
    """Make the file, keep it and return it; not kept when the holder was erased meanwhile."""
    certificate.pdf = certificate_pdf([certificate])
    Certificate.objects.filter(pk=certificate.pk).named().update(pdf=certificate.pdf)
    return bytes(certificate.pdf)
