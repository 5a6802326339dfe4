"""A VEVENT, written from a card and a date."""

from datetime import UTC, datetime

from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Event, vCalAddress, vRecur

from events.formats.ical.card import Card
from events.formats.ical.series import Instance, Moment, Series
from events.recurrence import sofia
from pages.ical import as_text

STATUSES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def write_series(card: Card, series: Series) -> str:
    """Return the VEVENTs of an event, the master first: CRLF lines folded at 75 octets.

    The text depends on the arguments only: DTSTAMP is the time of the last change.
    """
    with translation.override(card.language):
        master = _vevent(card, series.master)
        if series.rule:
            master.add("rrule", vRecur.from_ical(series.rule))
        # One line for each date: `cancelled.py` takes single dates out of the stored text.
        for name, moments in (("exdate", series.exdates), ("rdate", series.rdates)):
            for moment in moments:
                master.add(name, _zoned(moment), parameters=_value_type(moment))
        overrides = [_override(card, instance) for instance in series.overrides if _is_series(series)]
        return "".join(as_text(event) for event in (master, *overrides))


def _is_series(series: Series) -> bool:
    return bool(series.rule or series.rdates)


def _override(card: Card, instance: Instance) -> Event:
    event = _vevent(card, instance)
    moment = instance.recurrence_id
    event.add("recurrence-id", _zoned(moment), parameters=_value_type(moment))
    return event


def _vevent(card: Card, instance: Instance) -> Event:
    event = Event()
    event.add("uid", card.uid)
    event.add("sequence", card.sequence)
    for name, moment in (
        ("dtstamp", card.changed),
        ("last-modified", card.changed),
        ("created", card.created),
    ):
        event.add(name, moment.astimezone(UTC))
    event.add("dtstart", _zoned(instance.start))
    if instance.end > instance.start:
        event.add("dtend", _zoned(instance.end))
    event.add("summary", _summary(card, instance))
    event.add("status", STATUSES.get(instance.status, "CONFIRMED"))
    event.add("transp", "OPAQUE" if isinstance(instance.start, datetime) else "TRANSPARENT")
    _texts(event, card, instance)
    return event


def _texts(event: Event, card: Card, instance: Instance) -> None:
    news = [line for line in (_status_line(instance), instance.note) if line]
    if card.html:
        html = "".join(f"<p>{_escaped(line)}</p>" for line in news) + card.html
        # The templates of blocks have line ends, which a content line may not.
        event.add("x-alt-desc", " ".join(html.split()), parameters={"FMTTYPE": "text/html"})
    for name, value in (
        ("description", "\n\n".join([*news, *filter(None, [card.description])])),
        ("location", instance.location or card.location),
        ("contact", card.contact),
        ("url", card.url),
    ):
        if value:
            event.add(name, value)
    if card.geo and not instance.location:
        event.add("geo", card.geo)
    name, address = card.organizer
    if address:
        event.add("organizer", vCalAddress(f"mailto:{address}"), parameters={"CN": name})
    if card.categories:
        event.add("categories", list(card.categories))


def _summary(card: Card, instance: Instance) -> str:
    prefix = {"cancelled": _("ОТМЕНЕНО: "), "postponed": _("ОТЛОЖЕНО: ")}.get(instance.status, "")
    return f"{prefix}{card.summary}"


def _status_line(instance: Instance) -> str:
    words = {
        "cancelled": _("Отменено"),
        "postponed": _("Отложено"),
        "full": _("Местата са заети"),
    }.get(instance.status, "")
    return ": ".join(filter(None, [words, instance.reason]))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _zoned(moment: Moment) -> Moment:
    # Not `localise`: a start in the hour that March skips must stay the wall time its rule repeats.
    return moment.replace(tzinfo=sofia()) if isinstance(moment, datetime) else moment


def _value_type(moment: Moment) -> dict[str, str]:
    return {} if isinstance(moment, datetime) else {"VALUE": "DATE"}
