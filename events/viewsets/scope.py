"""Where hours and closures hold, as the lists of the admin say it."""

from django.utils.translation import gettext_lazy as _

from events.models import OpeningException, OpeningHours, Service

WHOLE_LIBRARY = _("цялата библиотека")


def scope_of(record: OpeningHours | OpeningException | Service) -> object:
    """The department of hours, or the whole library."""
    return record.department or WHOLE_LIBRARY
