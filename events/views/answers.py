"""What all calendar feeds answer with."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import gettext as _

from events.formats.ical import write_calendar
from pages.models import ContactSettings

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_response(
    vevents: Iterable[str], title: str, color: str, lang: str, filename: str
) -> HttpResponse:
    """Return a calendar of VEVENT texts, named after the library; one query."""
    contacts = ContactSettings.objects.filter(site__is_default_site=True).first()
    library = contacts.display_short_name or contacts.display_name if contacts else ""
    name = _("%(title)s – %(library)s") % {"title": title, "library": library} if library else title
    response = HttpResponse(write_calendar(vevents, name, color, lang), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response
