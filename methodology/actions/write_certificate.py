"""Making the file of a certificate, once."""

from methodology.formats.certificate import certificate_pdf
from methodology.models import Certificate


def write_certificate(certificate: Certificate) -> bytes:
    """Make the file, keep it and return it."""
    certificate.pdf = certificate_pdf([certificate])
    certificate.save(update_fields=["pdf"])
    return bytes(certificate.pdf)
