"""Single dates of events."""

import uuid
from datetime import date
from typing import Annotated, Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from events.api import examples
from events.api.filters import EventQuery, narrowed
from events.formats.records import OccurrenceOut, one_occurrence
from events.models import EventOccurrence
from events.planning import HORIZON
from events.querysets.told import dates_told
from pages.api.conditional import conditional
from pages.api.examples import one, page_of
from pages.api.fields import FieldsOf
from pages.api.paging import Paged
from pages.api.problems import not_found
from pages.api.query import StrictQuery
from pages.api.stored import stored_page, stored_record

router = Router(tags=[_("Събития")])

STORED = ("record", "event__publication__record")


class OccurrenceQuery(EventQuery):
    """A page of dates."""

    order: Literal["start", "-start", "updated", "-updated"] = Field("start", description=_("Подредба."))
    fields: Annotated[str, FieldsOf(OccurrenceOut)] = ""


class OneOccurrenceQuery(StrictQuery):
    """How one date is shown."""

    fields: Annotated[str, FieldsOf(OccurrenceOut)] = ""


ORDERS = {
    "start": ("start", "id"),
    "-start": ("-start", "-id"),
    "updated": ("event__publication__published_at", "start", "id"),
    "-updated": ("-event__publication__published_at", "start", "id"),
}


@router.get(
    "/",
    response=Paged[OccurrenceOut],
    openapi_extra=page_of(examples.OCCURRENCE),
    summary=_("Дати на събития"),
    operation_id="list_occurrences",
    description=_("Датите от периода по ред; без „from“ – от днес. Събитие с повторение има много дати."),
)
@decorate_view(conditional("events"))
def list_occurrences(request: HttpRequest, query: Query[OccurrenceQuery]) -> HttpResponse:
    """The dates of the period in order; without `from`, from today. An event that repeats has many dates."""
    return stored_page(request, query, lambda: _found(query), lambda keys: _write(keys, query))


def _found(query: OccurrenceQuery) -> "QuerySet[EventOccurrence]":
    public = EventOccurrence.objects.public().told().in_language(query.lang)
    found = narrowed(public, query, *period(query.from_, query.to))
    if query.updated_since:
        found = found.published_since(query.updated_since)
    return found.order_by(*ORDERS[query.order])


def _write(keys: list[int], query: OccurrenceQuery) -> dict[int, str]:
    return {key: one_occurrence(*records) for key, *records in dates_told(keys, bool(query.include))}


@router.get(
    "/{uuid:occurrence_id}/",
    response=OccurrenceOut,
    openapi_extra=one(examples.OCCURRENCE),
    summary=_("Една дата със събитието ѝ"),
    operation_id="read_occurrence",
    description=_("Датата със събитието ѝ."),
)
@decorate_view(conditional("events"))
def read_occurrence(
    request: HttpRequest, occurrence_id: uuid.UUID, query: Query[OneOccurrenceQuery]
) -> HttpResponse:
    """The date with its event."""
    public = EventOccurrence.objects.public().told().in_language(query.lang)
    row = public.filter(uuid=occurrence_id).values_list(*STORED).first()
    if row is None:
        raise not_found()
    return stored_record(one_occurrence(*row), query.fields)


def period(first: date | None, last: date | None) -> tuple[date, date]:
    """Return the days asked for; by default from today to the last day that has dates."""
    today = timezone.localdate()
    start = first or today
    return start, last or max(start, today + HORIZON)
