"""Dates of events as entries of Atom, RSS and JSON feeds, from their stored records."""

import json
from datetime import datetime
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from pages.syndication import Entry, Image

# What JSON Feed gives to programs beside the words.
EXTRA = ("start", "end", "all_day", "first_day", "last_day", "status", "location")


def entry_of(date_record: str, event_record: str, first_published: datetime) -> Entry:
    """Return the entry of one date, in the active language: `updated` is when the event was published."""
    date, event = json.loads(date_record), json.loads(event_record)
    image = Image(event["image"]["url"], event["image"]["alt"]) if event["image"] else None
    facts = _facts(date, event)
    return Entry(
        id=f"urn:uuid:{date['id']}",
        title=_title(date, event),
        url=date["url"],
        updated=datetime.fromisoformat(event["updated_at"]),
        published=first_published,
        summary=" · ".join(facts),
        html=_html(facts, date, event, image),
        tags=tuple(_tags(event)),
        image=image,
        extra={name: date[name] for name in EXTRA} | {"event": event["id"]},
    )


def _title(date: dict[str, Any], event: dict[str, Any]) -> str:
    title = event["title"]
    if date["kind"] == "opening":
        title = _("Откриване: %(title)s") % {"title": title}
    prefixes = {"cancelled": _("ОТМЕНЕНО: "), "postponed": _("ОТЛОЖЕНО: ")}
    return f"{prefixes.get(date['status'], '')}{title}"


def _facts(date: dict[str, Any], event: dict[str, Any]) -> list[str]:
    return [fact for fact in (date["when"], date["location"], date["status_reason"], event["price"]) if fact]


def _html(facts: list[str], date: dict[str, Any], event: dict[str, Any], image: Image | None) -> str:
    lines = [" · ".join(facts), date["note"], event["lead"]]
    shown = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    figure = f'<p><img src="{escape(image.url)}" alt="{escape(image.alt)}"></p>' if image else ""
    return shown + figure


def _tags(event: dict[str, Any]) -> list[str]:
    terms = [event["category"], *event["audiences"], event["municipality"]]
    return [term["name"] for term in terms if term]
