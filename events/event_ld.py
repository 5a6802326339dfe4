"""Events as schema.org data: what a search engine reads on the page of an event, a date or a series."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from events.models.event_parts.where import AttendanceMode
from events.models.further_places import Where
from events.models.occurrences import OccurrenceStatus
from events.models.series_page import series_in_language
from pages.api.pictures import picture
from pages.models import ContactSettings

if TYPE_CHECKING:
    from events.models import EventOccurrence, EventPage, EventSeriesPage

Data = dict[str, Any]

SCHEMA = "https://schema.org/"
MODES = {
    AttendanceMode.OFFLINE: "OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: "OnlineEventAttendanceMode",
    AttendanceMode.MIXED: "MixedEventAttendanceMode",
}
STATUSES = {
    OccurrenceStatus.CANCELLED: "EventCancelled",
    OccurrenceStatus.POSTPONED: "EventPostponed",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Words by which a price says that there is none; only then may a price of 0 be claimed.
FREE = ("свободен", "безплат", "free")
SUB_EVENTS = 12


def occurrence_data(request: HttpRequest, row: "EventOccurrence") -> Data:
    """One date of an event that repeats: a thing of its own, part of the whole."""
    event = row.event
    data = _dated(request, row)
    if event.is_recurring or row.kind == "opening":
        whole = {"@type": "EventSeries", "@id": event.get_full_url(request), "name": event.title}
        data["superEvent"] = whole | {"url": whole["@id"]}
    return data


def event_data(
    request: HttpRequest,
    event: "EventPage",
    sessions: Sequence["EventOccurrence"],
    opening: "EventOccurrence | None" = None,
) -> Data | None:
    """An event: one of a single date is that date, one that repeats holds its coming dates.

    `sessions` are the coming dates, or the past ones when none is left; None for an event without any.
    """
    if not sessions:
        return None
    if not event.is_recurring and len(sessions) == 1:
        parts = [_date(request, opening)] if opening else []
        extra = {"subEvent": parts, "eventSchedule": _schedules(event)}
        return _dated(request, sessions[0]) | extra
    parts = [_date(request, row) for row in sessions[:SUB_EVENTS]]
    whole = _about(request, event) | {"@type": "EventSeries", "name": event.title}
    url = event.get_full_url(request)
    ends = max(row.last_day for row in sessions)
    return whole | {"@id": url, "url": url, "startDate": event.start_date, "endDate": ends, "subEvent": parts}


def _dated(request: HttpRequest, row: "EventOccurrence") -> Data:
    """A date with all that its event says; its own place goes before that of the event."""
    return _about(request, row.event) | _date(request, row)


def series_data(request: HttpRequest, series: "EventSeriesPage", rows: Iterable["EventOccurrence"]) -> Data:
    """A series with its coming meetings."""
    url = series.get_full_url(request)
    parts = [_place_of(request, row.event) | _date(request, row) for row in list(rows)[:SUB_EVENTS]]
    about = {"name": series.title, "description": series.lead, "url": url, "@id": url}
    return {"@type": "EventSeries", **about, "organizer": _library(request), "subEvent": parts}


def programme_data(request: HttpRequest, rows: Iterable["EventOccurrence"]) -> Data:
    """The events of a list in their order, each once: what they are is told on their own pages."""
    urls = dict.fromkeys(row.event.get_full_url(request) for row in rows)
    items = [{"@type": "ListItem", "position": place, "url": url} for place, url in enumerate(urls, 1)]
    return {"@type": "ItemList", "itemListElement": items} if items else {}


def _date(request: HttpRequest, row: "EventOccurrence") -> Data:
    """What belongs to one date: when, in which state, where if it is elsewhere."""
    base = row.event.get_full_url(request) or ""
    alone = not row.event.is_recurring and row.kind == "session"
    url = base if alone or not row.slug else f"{base}{row.slug}/"
    moved = row.status == OccurrenceStatus.MOVED and row.start != row.original_start
    status = "EventRescheduled" if moved else STATUSES.get(row.status, "EventScheduled")  # type: ignore[call-overload]
    data: Data = {
        "@type": "Event",
        "@id": url,
        "url": url,
        "name": row.title,
        "startDate": _moment(row, row.start),
        "endDate": _end(row),
        "eventStatus": f"{SCHEMA}{status}",
        "offers": _offer(row.event, url, full=row.status == OccurrenceStatus.FULL),
    }
    if moved:
        data["previousStartDate"] = _moment(row, row.original_start)
    if row.location:
        data["location"] = _place(request, Where(row.location, "", "", ""))
    return data


def _about(request: HttpRequest, event: "EventPage") -> Data:
    """What all dates of an event share."""
    series = series_in_language(event)
    data: Data = {
        "description": event.lead,
        "image": _image(request, event),
        "inLanguage": event.locale.language_code,
        "organizer": _organizer(request, event),
        "contributor": [
            {"@type": "Organization", "name": row.name, "url": row.url} for row in event.partners.all()
        ],
        "audience": {"@type": "Audience", "audienceType": event.audience_text},
        "keywords": event.category_name,
        "maximumAttendeeCapacity": event.capacity,
        "isAccessibleForFree": True if _is_free(event) else None,
    }
    if series:
        url = series.get_full_url(request)
        data["superEvent"] = {"@type": "EventSeries", "@id": url, "name": series.title, "url": url}
    return data | _place_of(request, event)


def _place_of(request: HttpRequest, event: "EventPage") -> Data:
    places = [_place(request, place) for place in event.places]
    if event.online_url:
        places.append({"@type": "VirtualLocation", "url": event.online_url})
    mode = AttendanceMode(event.attendance_mode)
    return {"location": places, "eventAttendanceMode": f"{SCHEMA}{MODES[mode]}"}


def _place(request: HttpRequest, place: Where) -> Data:
    """A place; one without an address and a settlement is in the library's own house."""
    address: Data = {"@type": "PostalAddress", "streetAddress": place.address}
    if place.address or place.settlement:
        address["addressLocality"] = place.settlement or place.municipality
    else:
        contact = ContactSettings.for_request(request)
        address["streetAddress"] = contact.display_street
        address["addressLocality"] = contact.display_city
        address["postalCode"] = contact.postcode
    address["addressCountry"] = "BG"
    return {"@type": "Place", "name": place.name or place.text, "address": address}


def _organizer(request: HttpRequest, event: "EventPage") -> Data:
    return {"@type": "Organization", "name": event.organizer} if event.organizer else _library(request)


def _library(request: HttpRequest) -> Data:
    contact = ContactSettings.for_request(request)
    return {"@type": "Library", "name": contact.display_name, "url": contact.site.root_url + "/"}


def _offer(event: "EventPage", url: str, *, full: bool) -> Data:
    if not (full or event.price or event.registration_url or event.registration_email):
        return {}
    offer: Data = {
        "@type": "Offer",
        "url": event.registration_url or url,
        "availability": f"{SCHEMA}{'SoldOut' if full else 'InStock'}",
        "description": event.price,
    }
    return offer | ({"price": "0", "priceCurrency": "EUR"} if _is_free(event) else {})


def _is_free(event: "EventPage") -> bool:
    price = event.price.casefold()
    return any(word in price for word in FREE)


def _image(request: HttpRequest, event: "EventPage") -> str:
    shown = picture(event.image, event.image_alt, event.get_full_url(request) or "")
    return shown.url if shown else ""


def _schedules(event: "EventPage") -> list[Data]:
    """The visiting hours of an exhibition."""
    if not event.is_span:
        return []
    return [
        {
            "@type": "Schedule",
            "repeatFrequency": "P1W",
            "byDay": [f"{SCHEMA}{WEEKDAYS[day]}" for day in row.as_visiting().weekdays],
            "startTime": row.opens,
            "endTime": row.closes,
            "startDate": event.start_date,
            "endDate": event.end_date,
            "scheduleTimezone": "Europe/Sofia",
        }
        for row in event.visiting_hours.all()
    ]


def _moment(row: "EventOccurrence", moment: datetime) -> date | datetime:
    local = timezone.localtime(moment)
    return local.date() if row.all_day else local


def _end(row: "EventOccurrence") -> date | datetime | None:
    if row.all_day:
        return row.last_day
    return timezone.localtime(row.end) if row.has_end else None
