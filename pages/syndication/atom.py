"""Atom (RFC 4287), with RFC 5005's link to what did not fit."""

from datetime import UTC, datetime

from pages.syndication.source import Entry, Feed
from pages.syndication.xml import DECLARATION, element, wrapped


def write_atom(feed: Feed) -> str:
    """Return the feed as Atom."""
    parts = [
        element("id", feed.url),
        element("title", feed.title),
        element("subtitle", feed.description) if feed.description else "",
        element("updated", _moment(feed.updated)),
        element("link", rel="self", type="application/atom+xml", href=feed.url),
        element("link", rel="alternate", type="text/html", href=feed.home),
        element("link", rel="next", href=feed.next_url) if feed.next_url else "",
        wrapped("author", element("name", feed.author)),
        *map(_entry, feed.entries),
    ]
    return DECLARATION + wrapped(
        "feed", "".join(parts), xmlns="http://www.w3.org/2005/Atom", xml_lang=feed.language
    )


def _entry(entry: Entry) -> str:
    parts = [
        element("id", entry.id),
        element("title", entry.title),
        element("link", rel="alternate", type="text/html", href=entry.url),
        element("published", _moment(entry.published)),
        element("updated", _moment(entry.updated)),
        *(element("category", term=tag) for tag in entry.tags),
        element("summary", entry.summary) if entry.summary else "",
        element("content", entry.html, type="html") if entry.html else "",
    ]
    return wrapped("entry", "".join(parts))


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
