"""Lists of entries as Atom, RSS 2.0 and JSON Feed 1.1: one description, three ways to write it."""

from pages.syndication.atom import write_atom
from pages.syndication.json_feed import write_json_feed
from pages.syndication.rss import write_rss
from pages.syndication.source import Entry, Feed, Image

__all__ = ["WRITERS", "Entry", "Feed", "Image", "write_atom", "write_json_feed", "write_rss"]

# By the ending of the address: the media type and the writer.
WRITERS = {
    "atom": ("application/atom+xml; charset=utf-8", write_atom),
    "rss": ("application/rss+xml; charset=utf-8", write_rss),
    "json": ("application/feed+json; charset=utf-8", write_json_feed),
}
