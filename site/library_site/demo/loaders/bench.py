"""What the loaders share while they work: the day, the languages, the shelf of files, the English words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wagtail.models import Locale

from library_site.demo.content import Item
from library_site.demo.loaders.english import Words
from library_site.demo.notation import Raw, Shelf, stream


@dataclass
class Bench:
    """The state of one loading."""

    today: date
    bg: Locale
    en: Locale
    shelf: Shelf
    words: Words = field(default_factory=Words)
    pages: dict[str, Any] = field(default_factory=dict)
    """Bulgarian pages by the key of their item."""

    def body(self, item: Item, key: str) -> list[Raw]:
        """Return the raw body of an item, and learn its English if it has one."""
        raw = stream(item.get("body", ""), key, self.shelf) if item.get("body") else []
        if item.get("body_en"):
            self.words.pair(raw, stream(item["body_en"], key, self.english_shelf))
        return raw

    @property
    def english_shelf(self) -> Shelf:
        """The same files with English descriptions of the pictures."""
        return Shelf(self.shelf.pictures, self.shelf.documents, self.words.picture_alts)
