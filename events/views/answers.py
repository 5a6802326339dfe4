"""What all calendar feeds answer with."""

from collections.abc import Iterable

from django.http import HttpResponse

from events.formats.ical import write_calendar
from pages.feeds.answers import library_name, named

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_response(
    vevents: Iterable[str], title: str, color: str, lang: str, filename: str
) -> HttpResponse:
    """Return a calendar of VEVENT texts, named after the library; one query."""
    name = named(title, library_name())
    response = HttpResponse(write_calendar(vevents, name, color, lang), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response
