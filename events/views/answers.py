"""What all calendar feeds answer with."""

from collections.abc import Iterable

from django.http import HttpResponse

from pages.feeds.answers import library_name, named
from pages.ical import join_calendar

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_response(
    vevents: Iterable[bytes], title: str, color: str, lang: str, filename: str
) -> HttpResponse:
    """Return a calendar of VEVENTs in UTF-8, named after the library; one query."""
    name = named(title, library_name())
    response = HttpResponse(join_calendar(vevents, name, color, lang), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response
