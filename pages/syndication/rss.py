"""RSS 2.0."""

from datetime import UTC, datetime
from email.utils import format_datetime

from pages.syndication.source import Entry, Feed
from pages.syndication.xml import DECLARATION, element, wrapped

TTL_MINUTES = 60
NAMESPACES = {
    "xmlns_atom": "http://www.w3.org/2005/Atom",
    "xmlns_content": "http://purl.org/rss/1.0/modules/content/",
}


def write_rss(feed: Feed) -> str:
    """Return the feed as RSS 2.0."""
    parts = [
        element("title", feed.title),
        element("link", feed.home),
        element("description", feed.description or feed.title),
        element("language", feed.language),
        element("lastBuildDate", _moment(feed.updated)),
        element("ttl", str(TTL_MINUTES)),
        element("atom:link", rel="self", type="application/rss+xml", href=feed.url),
        element("atom:link", rel="next", href=feed.next_url) if feed.next_url else "",
        *map(_item, feed.entries),
    ]
    return DECLARATION + wrapped("rss", wrapped("channel", "".join(parts)), version="2.0", **NAMESPACES)


def _item(entry: Entry) -> str:
    parts = [
        element("title", entry.title),
        element("link", entry.url),
        element("guid", entry.id, isPermaLink="false"),
        element("pubDate", _moment(entry.updated)),
        *(element("category", tag) for tag in entry.tags),
        element("description", entry.summary or entry.title),
        element("content:encoded", entry.html) if entry.html else "",
    ]
    return wrapped("item", "".join(parts))


def _moment(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC).replace(microsecond=0), usegmt=True)
