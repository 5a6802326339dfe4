"""From an event and its rows to the records that the API and the feeds give."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone, translation

from events.formats.records.parts import files_of, municipality_term, places_of, series_of, visiting_of
from events.formats.records.schemas import DateOut, EventOut, PartnerOut
from events.models import (
    AttendanceMode,
    Department,
    EventCategory,
    EventOccurrence,
    EventPage,
    EventPublication,
    EventStatus,
    OccurrenceStatus,
)
from events.vocabulary import name_of
from pages.api.links import api_url
from pages.api.pictures import picture
from pages.api.terms import TermOut
from pages.api.texts import body_text

NO_IDENTITY = UUID(int=0)


def write_event(event: EventPage, publication: EventPublication) -> str:
    """Return the record of a published event as JSON: nothing in it depends on the time of asking."""
    with translation.override(event.locale.language_code):
        return _event(event, publication).model_dump_json()


def write_body(event: EventPage) -> str:
    """Return the text of an event as JSON, in its two forms."""
    with translation.override(event.locale.language_code):
        return body_text(event.body, event.full_url or "").model_dump_json()


def write_dates(event: EventPage, rows: Iterable[EventOccurrence]) -> list[str]:
    """Return the records of dates of one event as JSON, in their order."""
    url, language = event.full_url or "", event.locale.language_code
    # One address is looked up, the others differ by their identity only.
    pattern = api_url(url, "library:read_occurrence", language, occurrence_id=NO_IDENTITY)
    with translation.override(language):
        return [
            DateOut(
                self=pattern.replace(str(NO_IDENTITY), str(row.uuid)),
                url=f"{url}{row.slug}/",
                location=row.location or event.location,
                **_date(row),
            ).model_dump_json()
            for row in rows
        ]


def _event(event: EventPage, publication: EventPublication) -> EventOut:
    url = event.full_url or ""
    language = event.locale.language_code
    rule = event.rule
    return EventOut(
        id=event.translation_key,
        self=api_url(url, "library:read_event", language, event_id=event.translation_key),
        lang=language,
        title=event.title,
        url=url,
        lead=event.lead,
        category=_word("category", event.category),
        audiences=[TermOut(slug=row.slug, name=name_of("audience", row)) for row in event.audiences.all()],
        department=_word("department", event.department),
        municipality=municipality_term(event.municipality),
        location=event.location,
        address=event.address,
        places=places_of(event),
        attendance_mode=AttendanceMode(event.attendance_mode),
        online_url=event.online_url,
        status=EventStatus(event.status),
        status_reason=event.status_reason,
        recurrence=event.recurrence,
        recurrence_text=rule.sentence(language) if rule else "",
        visiting_hours=visiting_of(event),
        series=series_of(event),
        organizer=event.organizer,
        partners=[PartnerOut(name=row.name, url=row.url) for row in event.partners.all()],
        registration_url=event.registration_url,
        registration_email=event.registration_email,
        capacity=event.capacity,
        price=event.price,
        contact=event.contact,
        image=picture(event.image, event.image_alt, url),
        video_url=event.video_url,
        files=files_of(event),
        feed=api_url(url, "events:event_ics", language, uid=event.translation_key),
        updated_at=publication.published_at,
        sequence=publication.sequence,
    )


def _date(row: EventOccurrence) -> dict[str, Any]:
    return {
        "id": row.uuid,
        "kind": row.kind,
        "when": row.when,
        "start": timezone.localtime(row.start),
        "end": timezone.localtime(row.end) if row.has_end else None,
        "all_day": row.all_day,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "original_start": timezone.localtime(row.original_start),
        "status": OccurrenceStatus(row.status),
        "status_reason": row.status_reason,
        "note": row.note,
    }


def _word(kind: str, record: EventCategory | Department | None) -> TermOut | None:
    return TermOut(slug=record.slug, name=name_of(kind, record)) if record else None
