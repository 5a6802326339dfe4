"""All events in the order in which they changed, for partners who mirror them (OpenActive RPDE)."""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop
from pydantic import Field

from events.formats.records import one_event
from events.models import EventChangeMark, EventOccurrence
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.paging import CONTENT_TYPE
from pages.api.query import StrictQuery, read_query

MARKS_A_PAGE = 500
# As JavaScript's numbers: milliseconds since 1970 will fit for ever.
LAST_MOMENT = 2**53 - 1
# What the specification asks for: what has been read stays as it is, the end is asked for again and again.
KEEP_READ = "public, max-age=3600"
KEEP_LAST = "public, max-age=8"
NO_ID = UUID(int=0)
COLUMNS = ("uid", "modified", "event_id", "event__publication__record", "event__publication__body_record")


class DeltaQuery(StrictQuery):
    """Where a partner has stopped reading: both values come from the last item, or both are left out."""

    after_timestamp: int | None = Field(
        None,
        alias="afterTimestamp",
        ge=0,
        le=LAST_MOMENT,
        description=gettext_noop("Последният прочетен modified."),
    )
    after_id: UUID | None = Field(None, alias="afterId", description=gettext_noop("Последният прочетен id."))


@public_door
@conditional("events")
def delta_feed(request: HttpRequest) -> HttpResponse:
    """Answer with the events changed after a point, the least recent first; those that are gone say so."""
    query = read_query(request, DeltaQuery)
    marks = EventChangeMark.objects.filter(language=query.lang).order_by("modified", "uid")
    if query.after_timestamp is not None:
        later = Q(modified__gt=query.after_timestamp)
        marks = marks.filter(later | Q(modified=query.after_timestamp, uid__gt=query.after_id or NO_ID))
    rows = list(marks.values_list(*COLUMNS)[:MARKS_A_PAGE])
    dates = _dates([event for _, _, event, _, _ in rows if event])
    items = [_item(row, dates.get(row[2])) for row in rows]
    head = json.dumps({"next": _next(request, query, rows), "license": settings.LIBRARY_DATA_LICENCE})
    response = HttpResponse(f'{head[:-1]}, "items": [{",".join(items)}]}}', content_type=CONTENT_TYPE)
    response["Cache-Control"] = KEEP_READ if items else KEEP_LAST
    return response


def _item(row: tuple[Any, ...], dates: list[str] | None) -> str:
    uid, modified, _event, record, body = row
    head = {"state": "updated", "kind": "Event", "id": str(uid), "modified": modified}
    # Only an event that the public may see has dates here; any other has gone, whatever the reason.
    if not (dates and record):
        return json.dumps({**head, "state": "deleted"})
    return f'{json.dumps(head)[:-1]}, "data": {one_event(record, dates, body or "")}}}'


def _dates(events: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    public = EventOccurrence.objects.public().told().filter(event__in=events).order_by("start", "id")
    for event, record in public.values_list("event_id", "record"):
        found.setdefault(event, []).append(record)
    return found


def _next(request: HttpRequest, query: DeltaQuery, rows: list[tuple[Any, ...]]) -> str:
    """The address of what comes later; on the last page it is the page's own, to be asked again."""
    if not rows:
        return request.build_absolute_uri()
    last = {"afterTimestamp": rows[-1][1], "afterId": str(rows[-1][0])}
    language = {"lang": query.lang} if "lang" in request.GET else {}
    return request.build_absolute_uri(f"{request.path}?{urlencode({**last, **language})}")
