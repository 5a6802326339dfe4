"""What trainings know of a person: told in full when asked, and forgotten while the counts stay."""

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from methodology.models import Certificate, CertificateFile, Person, Registration
from methodology.querysets import RegistrationQuerySet


def registrations_of(person: Person) -> RegistrationQuerySet:
    """Return the registrations of a person, those only known by the same address too."""
    same = Q(person=person)
    if person.email:
        same |= Q(person=None, email=person.email.lower())
    found: RegistrationQuerySet = Registration.objects.filter(same)
    return found


def export_registrations(person: Person) -> list[dict[str, Any]]:
    """Return everything that trainings keep of a person, in words that can be read."""
    rows = registrations_of(person).with_parts().prefetch_related("certificates").order_by("pk")
    return [
        {
            _("обучение"): row.training.title,
            _("дати"): row.training.when,
            _("библиотека"): row.library.name,
            _("име"): row.name,
            _("ел. поща"): row.email,
            _("телефон"): row.phone,
            _("състояние"): row.get_status_display(),
            _("дни присъствие"): row.days_attended,
            _("удостоверения"): [certificate.number for certificate in row.certificates.all()],
        }
        for row in rows
    ]


def erase_registrations(person: Person, placeholder: str) -> int:
    """Take the person out of registrations and certificates; attendance and library, so the counts, stay.

    A certificate keeps its number and code, so that whoever shows it is told that its holder is erased.
    Survey answers cannot be found: they never knew the person. An open invitation goes.
    """
    with transaction.atomic():
        keys = list(registrations_of(person).values_list("pk", flat=True))
        rows = Registration.objects.filter(pk__in=keys)
        Certificate.objects.filter(registration__in=keys).update(name="", pdf=b"")
        CertificateFile.objects.filter(training__registrations__in=keys).delete()
        for row in rows:
            row.invitations.all().delete()
            row.name, row.email, row.phone = placeholder, "", ""
            row.key, row.erased_at = uuid.uuid4(), timezone.now()
            # The row of the person stays behind without a name, so that one person goes on counting once.
            row.person = person
            row.save()
    return len(keys)
