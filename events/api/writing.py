"""From rows to what the API says of them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from events.api.parts import files_of, municipality_term, places_of, series_of, visiting_of
from events.api.schemas import DateOut, EventOut, PartnerOut
from events.models import (
    AttendanceMode,
    Department,
    EventCategory,
    EventOccurrence,
    EventPage,
    EventStatus,
    OccurrenceStatus,
)
from events.vocabulary import name_of
from pages.api.pictures import picture
from pages.api.terms import TermOut


def event_out(request: HttpRequest, event: EventPage) -> EventOut:
    """Return an event that came with all that a row shows, its audiences and its publication."""
    publication = getattr(event, "publication", None)
    language = event.locale.language_code
    rule = event.rule
    return EventOut(
        id=event.translation_key,
        lang=language,
        title=event.title,
        url=event.get_full_url(request) or "",
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
        series=series_of(request, event),
        organizer=event.organizer,
        partners=[PartnerOut(name=row.name, url=row.url) for row in event.partners.all()],
        registration_url=event.registration_url,
        registration_email=event.registration_email,
        capacity=event.capacity,
        price=event.price,
        contact=event.contact,
        image=picture(request, event.image, event.image_alt),
        video_url=event.video_url,
        files=files_of(request, event),
        feed=request.build_absolute_uri(_feed_path(event, language)),
        updated_at=publication.published_at if publication else event.last_published_at,
        sequence=publication.sequence if publication else 0,
    )


def date_out(request: HttpRequest, row: EventOccurrence) -> DateOut:
    """Return one date; its event must have come with it."""
    return DateOut(**date_values(request, row))


def date_values(request: HttpRequest, row: EventOccurrence) -> dict[str, Any]:
    """Return the fields of a date."""
    return {
        "id": row.uuid,
        "url": f"{row.event.get_full_url(request) or ''}{row.slug}/",
        "kind": row.kind,
        "start": timezone.localtime(row.start),
        "end": timezone.localtime(row.end) if row.has_end else None,
        "all_day": row.all_day,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "original_start": timezone.localtime(row.original_start),
        "status": OccurrenceStatus(row.status),
        "status_reason": row.status_reason,
        "location": row.place,
        "note": row.note,
    }


def _word(kind: str, record: EventCategory | Department | None) -> TermOut | None:
    return TermOut(slug=record.slug, name=name_of(kind, record)) if record else None


def _feed_path(event: EventPage, language: str) -> str:
    path = reverse("events:event_ics", args=[event.translation_key])
    return path if language == "bg" else f"{path}?lang={language}"
