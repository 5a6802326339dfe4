"""A certificate as an accessible PDF."""

from collections.abc import Sequence

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from methodology.models import Certificate
from methodology.trainings.links import absolute
from pages.pdf import font_faces, write_pdf


def certificate_pdf(certificates: Sequence[Certificate]) -> bytes:
    """Return one file with a page for each certificate, in Bulgarian."""
    with override(settings.LANGUAGE_CODE):
        html = render_to_string(
            "methodology/pdf/certificate.html",
            {
                "certificates": certificates,
                "library": settings.WAGTAIL_SITE_NAME,
                "font_faces": font_faces(),
                "check_url": absolute(reverse("certificate_check")),
            },
        )
    return write_pdf(html)
