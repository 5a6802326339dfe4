"""From an event page and its rows to the VEVENTs that feeds join."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.utils import translation
from django.utils.translation import gettext as _

from events.formats.ical.card import Card
from events.formats.ical.series import Instance, Moment, Series, series_of
from events.formats.ical.vevent import write_series
from events.vocabulary import name_of
from pages.models import ContactSettings
from pages.richtext import plain_text, sanitise

if TYPE_CHECKING:
    from events.models import EventOccurrence, EventPage, EventPublication

# The statuses that a calendar tells; the others are the usual course of things.
TOLD = ("cancelled", "postponed", "full")


def write_vevents(
    event: "EventPage", occurrences: Iterable["EventOccurrence"], publication: "EventPublication"
) -> str:
    """Return the VEVENTs of an event: its series and, under a UID of its own, its opening.

    `occurrences` are all rows of the event. The text is a pure function of the three arguments.
    """
    rows = list(occurrences)
    sessions = [_instance(event, row) for row in rows if row.kind == "session"]
    openings = [_instance(event, row) for row in rows if row.kind == "opening"]
    with translation.override(event.locale.language_code):
        card = _card(event, publication)
        series = series_of(sessions, _usual(event), event.rule)
        written = [write_series(card, series)] if series else []
        opening_card = replace(card, uid=f"{card.uid}-opening", summary=_opening_title(card.summary))
        return "".join([*written, *(write_series(opening_card, Series(one)) for one in openings)])


def _card(event: "EventPage", publication: "EventPublication") -> Card:
    url = event.full_url or ""
    contacts = ContactSettings.objects.filter(site__is_default_site=True).first()
    html = sanitise(event.body.render_as_block(), url)
    lead = [event.lead] if event.lead else []
    return Card(
        uid=event.uid,
        language=event.locale.language_code,
        summary=event.title,
        url=url,
        sequence=publication.sequence,
        created=publication.first_published_at,
        changed=publication.published_at,
        description="\n\n".join([*lead, *filter(None, [plain_text(html)]), *_lines(event)]),
        html=html,
        location="; ".join(event.place_texts) or event.online_url,
        contact=", ".join(filter(None, [event.organizer, event.contact])),
        geo=_geo(event, contacts),
        organizer=(contacts.display_name, contacts.email) if contacts and contacts.email else ("", ""),
        categories=tuple(filter(None, [name_of("category", event.category)])),
    )


def _lines(event: "EventPage") -> list[str]:
    """What a calendar has no property for."""
    partners = ", ".join(row.name for row in event.partners.all())
    files = [f"{row}: {urljoin(event.full_url or '', row.document.url)}" for row in event.files.all()]
    told = [
        (_("За посещение: %(text)s"), event.visiting_text),
        (_("С участието на: %(text)s"), partners),
        (_("Вход: %(text)s"), event.price),
        (_("Видео: %(text)s"), event.video_url),
        *(("%(text)s", file) for file in files),
    ]
    return [template % {"text": text} for template, text in told if text]


def _geo(event: "EventPage", contacts: ContactSettings | None) -> tuple[float, float] | None:
    # Only the building of the library has known coordinates: what has an address is elsewhere.
    elsewhere = event.address or event.settlement_id or event.attendance_mode == "online"
    if elsewhere or contacts is None or contacts.latitude is None or contacts.longitude is None:
        return None
    if event.municipality and event.municipality.name != contacts.city:
        return None
    return float(contacts.latitude), float(contacts.longitude)


def _usual(event: "EventPage") -> Instance:
    when = event.when
    end = when.start + when.length if when.has_end else when.start
    return Instance(when.start, when.start, end, _told(event.status), event.status_reason)


def _instance(event: "EventPage", row: "EventOccurrence") -> Instance:
    planned: Moment = row.original_local_start
    start: Moment = row.local_start
    end: Moment = row.local_end or start
    if row.all_day:
        planned = row.original_local_start.date()
        start, end = row.first_day, row.last_day + timedelta(days=1)
    status = _told(row.status) or _told(event.status)
    reason = row.status_reason or event.status_reason
    return Instance(planned, start, end, status, reason, row.location, row.note)


def _told(status: str) -> str:
    return status if status in TOLD else ""


def _opening_title(title: str) -> str:
    return _("Откриване: %(title)s") % {"title": title}
