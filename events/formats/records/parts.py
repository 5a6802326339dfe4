"""The parts of an event in its record: its places, visiting hours, series and files."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from events.formats.records.schemas import EventFileOut, EventPlaceOut, SeriesOut, VisitingOut
from events.models import EventPage, FurtherPlace
from events.models.series_page import series_in_language
from pages.api.terms import TermOut

if TYPE_CHECKING:
    from events.models.further_places import Where
    from pages.models import Municipality


def places_of(event: EventPage) -> list[EventPlaceOut]:
    """Every place of an event, the main one first."""
    rows: list[EventPage | FurtherPlace] = [event, *event.further_places.all()]
    return [_place(row, row.where) for row in rows if any(row.where)]


def _place(row: EventPage | FurtherPlace, where: "Where") -> EventPlaceOut:
    return EventPlaceOut(
        name=where.name,
        address=where.address,
        settlement=where.settlement,
        municipality=municipality_term(row.municipality),
    )


def municipality_term(place: "Municipality | None") -> TermOut | None:
    """The word of a municipality for the filters."""
    return TermOut(slug=place.slug, name=place.display_name) if place else None


def visiting_of(event: EventPage) -> list[VisitingOut]:
    """The visiting hours of an exhibition, day by day."""
    if not event.is_span:
        return []
    return [
        VisitingOut(weekday=number, opens=one.opens, closes=one.closes)
        for number, day in enumerate(event.visiting_week.days, 1)
        for one in day
    ]


def series_of(event: EventPage) -> SeriesOut | None:
    """The series of an event in its language, when readers can see it."""
    series = series_in_language(event)
    if series is None:
        return None
    return SeriesOut(id=series.translation_key, title=series.title, url=series.full_url or "")


def files_of(event: EventPage) -> list[EventFileOut]:
    """The files of an event with full addresses."""
    base = event.full_url or ""
    return [EventFileOut(title=str(row), url=urljoin(base, row.document.url)) for row in event.files.all()]
