"""Single dates of events."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view

from events.api.filters import EventQuery, narrowed
from events.api.parts import PARTS
from events.api.schemas import OccurrenceOut
from events.api.writing import date_values, event_out
from events.models import EventOccurrence
from events.planning import HORIZON
from pages.api.conditional import conditional
from pages.api.paging import Paged, page_of

router = Router(tags=[_("Събития")])


@router.get(
    "/",
    response=Paged[OccurrenceOut],
    summary=_("Дати на събития"),
    operation_id="list_occurrences",
    description=_("Датите от периода по ред; без „from“ – от днес. Събитие с повторение има много дати."),
)
@decorate_view(conditional("events"))
def list_occurrences(request: HttpRequest, query: Query[EventQuery]) -> dict[str, object]:
    """The dates of the period in order; without `from`, from today. An event that repeats has many dates."""
    first, last = period(query.from_, query.to)
    public = EventOccurrence.objects.public().in_language(query.lang)
    found = narrowed(public, query, first, last).with_event().with_audiences()
    parts = ("image__renditions", *PARTS)
    rows = found.select_related("event__publication", "event__settlement", "event__series")
    rows = rows.prefetch_related(*(f"event__{name}" for name in parts))
    return page_of(request, query, rows.order_by("start", "id"), lambda page: _list(request, page))


def period(first: date | None, last: date | None) -> tuple[date, date]:
    """Return the days asked for; by default from today to the last day that has dates."""
    today = timezone.localdate()
    start = first or today
    return start, last or max(start, today + HORIZON)


def _list(request: HttpRequest, rows: Iterable[EventOccurrence]) -> list[OccurrenceOut]:
    found = list(rows)
    events = {row.event_id: event_out(request, row.event) for row in found}
    return [OccurrenceOut(**date_values(request, row), event=events[row.event_id]) for row in found]
