"""Events."""

import uuid
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from events.api import examples
from events.api.filters import MAX_DAYS, EventQuery, narrowed
from events.api.occurrences import period
from events.formats.records import EventDetailOut, EventWithDatesOut, one_event
from events.models import EventOccurrence, EventPage, EventPublication
from events.querysets.told import event_told
from pages.api.conditional import conditional
from pages.api.examples import one, page_of
from pages.api.fields import FieldsOf
from pages.api.paging import Paged
from pages.api.problems import not_found
from pages.api.query import PeriodQuery, StrictQuery, check_period
from pages.api.stored import stored_page, stored_record
from pages.kept import keys_of

router = Router(tags=[_("Събития")])

DATES_IN_LIST = 10
DATES_IN_DETAIL = 500


class EventListQuery(EventQuery):
    """A page of events."""

    order: Literal["start", "-start", "updated", "-updated", "title"] = Field(
        "start", description=_("Подредба; start: по най-близката дата от периода.")
    )
    fields: Annotated[str, FieldsOf(EventWithDatesOut)] = ""


class EventDetailQuery(StrictQuery, PeriodQuery):
    """The period whose dates are shown."""

    fields: Annotated[str, FieldsOf(EventDetailOut)] = ""


ORDERS = {
    "start": ("nearest", "pk"),
    "-start": ("-nearest", "-pk"),
    "updated": ("publication__published_at", "pk"),
    "-updated": ("-publication__published_at", "-pk"),
    "title": ("title", "pk"),
}


@router.get(
    "/",
    response=Paged[EventWithDatesOut],
    openapi_extra=page_of(examples.EVENT_WITH_DATES),
    summary=_("Събития"),
    operation_id="list_events",
    description=_("Публичните събития с поне една дата в периода, по най-близката; без „from“ – от днес."),
)
@decorate_view(conditional("events"))
def list_events(request: HttpRequest, query: Query[EventListQuery]) -> HttpResponse:
    """The public events with a date in the period, by the nearest one; without `from`, from today."""
    return stored_page(request, query, lambda: _found(query), lambda keys: _write(keys, query))


def _found(query: EventListQuery) -> "QuerySet[EventPage]":
    public = EventOccurrence.objects.public().told().in_language(query.lang)
    dates = narrowed(public, query, *period(query.from_, query.to))
    if query.updated_since:
        dates = dates.published_since(query.updated_since)
    nearest = dates.filter(event=OuterRef("pk")).order_by("start", "id").values("start")[:1]
    events = EventPage.objects.annotate(nearest=Subquery(nearest)).exclude(nearest=None)
    return events.order_by(*ORDERS[query.order])


def _write(keys: list[int], query: EventListQuery) -> dict[int, str]:
    columns = ("record", "body_record") if query.include else ("record",)
    rows = EventPublication.objects.filter(event__in=keys).values_list("event_id", *columns)
    dates = _nearest(keys, *period(query.from_, query.to))
    return {key: one_event(record, dates.get(key, []), *body) for key, record, *body in rows}


def _nearest(events: list[int], first: date, last: date) -> dict[int, list[str]]:
    """The first dates of a period of each of some events, in one query."""
    number = Window(RowNumber(), partition_by=F("event_id"), order_by=("start", "id"))
    dates: QuerySet[Any, Any] = EventOccurrence.objects.between(first, last + timedelta(days=1))
    told = dates.filter(event__in=events).exclude(record="")
    rows = told.annotate(number=number).filter(number__lte=DATES_IN_LIST)
    found: dict[int, list[str]] = {}
    for event, record in rows.order_by("start", "id").values_list("event_id", "record"):
        found.setdefault(event, []).append(record)
    return found


@router.get(
    "/{uuid:event_id}/",
    response=EventDetailOut,
    openapi_extra=one(examples.EVENT_DETAIL),
    summary=_("Едно събитие с текста и датите му"),
    operation_id="read_event",
    description=_("Събитието с текста му и с датите от периода; без „from“ – от днес."),
)
@decorate_view(conditional("events"))
def read_event(request: HttpRequest, event_id: uuid.UUID, query: Query[EventDetailQuery]) -> HttpResponse:
    """The event with its text and the dates of the period; without `from`, from today."""
    first, last = period(query.from_, query.to)
    check_period(first, last, MAX_DAYS)
    found = keys_of(request, ("event", event_id, query.lang), lambda: _public(event_id, query.lang))
    if not found:
        raise not_found()
    record, body, dates = event_told(found[0], first, last, DATES_IN_DETAIL)
    return stored_record(one_event(record, dates, body), query.fields)


def _public(event_id: uuid.UUID, language: str) -> "QuerySet[Any, int]":
    pages = EventPage.objects.live().public().filter(translation_key=event_id)
    told = EventPublication.objects.exclude(record="")
    wanted = pages.filter(locale__language_code=language, pk__in=told.values("event"))
    return wanted.values_list("pk", flat=True)
