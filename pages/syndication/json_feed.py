"""JSON Feed 1.1."""

import json
from datetime import UTC, datetime

from pages.syndication.source import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(feed: Feed) -> str:
    """Return the feed as JSON Feed 1.1; what is empty is left out."""
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.description,
        "next_url": feed.next_url,
        "language": feed.language,
        "authors": [{"name": feed.author}] if feed.author else [],
    }
    said = {name: value for name, value in head.items() if value}
    return json.dumps(
        said | {"items": [_item(entry, feed.language) for entry in feed.entries]}, ensure_ascii=False
    )


def _item(entry: Entry, language: str) -> dict[str, object]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        # An item has a content, be it only its title.
        "content_text": "" if entry.html else entry.summary or entry.title,
        "summary": entry.summary,
        "image": entry.image.url if entry.image else "",
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
        "tags": list(entry.tags),
        "language": language,
        "_library": dict(entry.extra),
    }
    return {name: value for name, value in item.items() if value}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
