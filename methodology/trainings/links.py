"""Links without a password: signed, so that nobody can guess another's, and void once the key changes."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from methodology.models import Registration

SALT = "methodology.registration"
# Longer than from the first announcement to the end of a training.
VALID = timedelta(days=400)


def token_of(registration: Registration) -> str:
    """Return what stands for a registration in addresses."""
    return signing.dumps([registration.pk, registration.key.hex], salt=SALT)


def registration_of(token: str) -> Registration | None:
    """Return the registration a token stands for; None for a forged, cut or expired one."""
    try:
        pk, key = signing.loads(token, salt=SALT, max_age=VALID)
        found = Registration.objects.with_parts().filter(pk=int(pk), key=uuid.UUID(key), erased_at=None)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return found.first()


def registration_url(registration: Registration) -> str:
    """Return the whole address of the page of a registration, in Bulgarian."""
    with override(settings.LANGUAGE_CODE):
        return absolute(reverse("training_registration", args=[token_of(registration)]))


def absolute(path: str) -> str:
    """Return a path of this site with its host, never with the host that a request claims."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
