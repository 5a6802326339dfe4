"""From a candidate of another calendar to an event page, and back to what was written."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from wagtail.rich_text import RichText

from events.imports import Candidate
from events.imports.texts import lead_and_rest
from events.models import AttendanceMode, EventCategory, EventIndexPage, EventPage, OccurrenceChange
from events.planning import Change, ChangeKind
from events.recurrence import localise
from pages.richtext import plain_text

Categories = Mapping[str, EventCategory]

# What a page knows only when it is in the tree.
OF_TREE = ("path", "depth", "numchild", "url_path", "content_type", "owner", "locale", "translation_key")
FINGERPRINTED = (
    *("title", "lead", "start_date", "start_time", "end_date", "end_time", "recurrence"),
    *("location", "address", "online_url", "attendance_mode", "status"),
)


def categories_by_name() -> Categories:
    """The categories of the default language by their names and slugs, in small letters."""
    found: dict[str, EventCategory] = {}
    for category in EventCategory.objects.filter(locale__language_code="bg"):
        found[category.slug.casefold()] = found[category.name.casefold()] = category
    return found


def write_to_page(page: EventPage, candidate: Candidate, categories: Categories) -> None:
    """Put what a candidate says into the fields of a page; everything else on it stays."""
    words = candidate.words
    lead, rest = lead_and_rest(words.text)
    page.title = page.draft_title = words.title
    page.lead = lead
    page.body = [("text", RichText(html))] if (html := _html(rest, words.link)) else []
    for name in ("location", "address", "online_url", "status"):
        setattr(page, name, getattr(words, name))
    page.attendance_mode = _attendance(candidate)
    known = [categories[name.casefold()] for name in words.categories if name.casefold() in categories]
    if known:
        page.category = known[0]
    for name in ("start_date", "start_time", "end_date", "end_time"):
        setattr(page, name, getattr(candidate, name))
    page.recurrence = str(candidate.rule or "")
    page.changes.set([_change(one, number) for number, one in enumerate(candidate.changes)])


def _attendance(candidate: Candidate) -> AttendanceMode:
    if not candidate.words.online_url:
        return AttendanceMode.OFFLINE
    return AttendanceMode.MIXED if candidate.words.location else AttendanceMode.ONLINE


def _html(paragraphs: list[str], link: str) -> str:
    html = format_html_join("", "<p>{}</p>", ((text,) for text in paragraphs))
    return html + format_html('<p><a href="{}">{}</a></p>', link, link) if link else html


def _change(one: Change, number: int) -> OccurrenceChange:
    return OccurrenceChange(
        kind=one.kind.value,
        recurrence_id=None if one.kind is ChangeKind.EXTRA else localise(one.original),
        reason=one.reason,
        new_start=localise(one.new_start) if one.new_start else None,
        new_end=localise(one.new_end) if one.new_end else None,
        location=one.location,
        note=one.note,
        sort_order=number,
    )


def new_page(index: EventIndexPage, owner: Any) -> EventPage:
    """An event that is not saved yet, a draft."""
    return EventPage(locale=index.locale, owner=owner, live=False, has_unpublished_changes=True)


def errors_of(candidate: Candidate, index: EventIndexPage, categories: Categories) -> list[str]:
    """What the form of events would say of the candidate; writes nothing."""
    page = new_page(index, None)
    page._cached_parent_obj = index
    page.slug = f"import-{uuid4().hex}"
    write_to_page(page, candidate, categories)
    try:
        page.full_clean(exclude=OF_TREE)
        for change in page.changes.all():
            change.clean()
    except ValidationError as problem:
        return list(dict.fromkeys(str(message) for message in problem.messages))
    return []


def fingerprint(page: EventPage) -> str:
    """The same as long as nobody has changed what an import writes."""
    fields = [str(getattr(page, name)) for name in FINGERPRINTED]
    body = [[block.block_type, _plain(block.get_prep_value()["value"])] for block in page.body]
    changes = [_row(change) for change in page.changes.all()]
    text = json.dumps([fields, page.category_id, body, sorted(changes)], ensure_ascii=False, default=str)
    return sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    # The editor gives paragraphs keys of its own: saving without a change is not a change.
    return plain_text(value) if isinstance(value, str) else value


def _row(change: OccurrenceChange) -> list[str]:
    moments = [_utc(one) for one in (change.recurrence_id, change.new_start, change.new_end)]
    return [*moments, change.kind, change.reason, change.location, change.note]


def _utc(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat() if moment else ""
