"""Events."""

import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view

from events.api.filters import MAX_DAYS, EventQuery, narrowed
from events.api.occurrences import period
from events.api.parts import PARTS
from events.api.schemas import DateOut, EventDetailOut, EventWithDatesOut
from events.api.writing import date_out, event_out
from events.models import EventOccurrence, EventPage
from events.querysets.occurrences import EventOccurrenceQuerySet
from pages.api.conditional import conditional
from pages.api.paging import Paged, page_of
from pages.api.problems import not_found
from pages.api.query import PeriodQuery, StrictQuery, check_period
from pages.api.texts import body_text

router = Router(tags=[_("Събития")])

DATES_IN_LIST = 10
DATES_IN_DETAIL = 500
JOINED = ("locale", "category", "department", "municipality", "settlement", "series")


class EventDetailQuery(StrictQuery, PeriodQuery):
    """The period whose dates are shown."""


@router.get(
    "/",
    response=Paged[EventWithDatesOut],
    summary=_("Събития"),
    operation_id="list_events",
    description=_("Публичните събития с поне една дата в периода, по най-близката; без „from“ – от днес."),
)
@decorate_view(conditional("events"))
def list_events(request: HttpRequest, query: Query[EventQuery]) -> dict[str, object]:
    """The public events with a date in the period, by the nearest one; without `from`, from today."""
    first, last = period(query.from_, query.to)
    public = EventOccurrence.objects.public().in_language(query.lang)
    dates = narrowed(public, query, first, last).order_by("start", "id")
    nearest = dates.filter(event=OuterRef("pk")).values("start")[:1]
    events = EventPage.objects.annotate(nearest=Subquery(nearest)).exclude(nearest=None)
    rows = _with_parts(events, dates[:DATES_IN_LIST]).order_by("nearest", "pk")
    return page_of(request, query, rows, lambda page: _list(request, page))


@router.get(
    "/{uuid:event_id}/",
    response=EventDetailOut,
    summary=_("Едно събитие с текста и датите му"),
    operation_id="read_event",
    description=_("Събитието с текста му и с датите от периода; без „from“ – от днес."),
)
@decorate_view(conditional("events"))
def read_event(request: HttpRequest, event_id: uuid.UUID, query: Query[EventDetailQuery]) -> EventDetailOut:
    """The event with its text and the dates of the period; without `from`, from today."""
    first, last = period(query.from_, query.to)
    check_period(first, last, MAX_DAYS)
    events = EventPage.objects.live().public().filter(translation_key=event_id)
    dates = EventOccurrence.objects.between(first, last + timedelta(days=1)).order_by("start", "id")
    page = _with_parts(events.filter(locale__language_code=query.lang), dates[:DATES_IN_DETAIL]).first()
    if page is None:
        raise not_found()
    return EventDetailOut(
        **event_out(request, page).model_dump(),
        body=body_text(page.body, page.get_full_url(request) or ""),
        occurrences=_dates(request, page),
    )


def _with_parts(events: "QuerySet[Any]", dates: EventOccurrenceQuerySet) -> "QuerySet[Any]":
    joined = events.select_related(*JOINED, "image", "publication")
    shown = Prefetch("occurrences", queryset=dates, to_attr="shown_dates")
    return joined.prefetch_related("audiences", "image__renditions", *PARTS, shown)


def _list(request: HttpRequest, rows: Iterable[EventPage]) -> list[EventWithDatesOut]:
    return [
        EventWithDatesOut(**event_out(request, page).model_dump(), occurrences=_dates(request, page))
        for page in rows
    ]


def _dates(request: HttpRequest, page: Any) -> list[DateOut]:
    return [date_out(request, row) for row in page.shown_dates]
