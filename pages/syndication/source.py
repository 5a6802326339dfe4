"""What a feed says, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Image:
    """A picture of an entry with its description."""

    url: str
    alt: str


@dataclass(frozen=True)
class Entry:
    """One entry; `id` never changes, `updated` is when it was last published (aware)."""

    id: str
    title: str
    url: str
    updated: datetime
    published: datetime
    summary: str = ""
    html: str = ""
    tags: tuple[str, ...] = ()
    image: Image | None = None
    # What only JSON Feed can carry, for programs.
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Feed:
    """The list: `url` is its own address, `next_url` that of what did not fit into it."""

    url: str
    home: str
    title: str
    author: str
    language: str
    entries: tuple[Entry, ...]
    description: str = ""
    next_url: str = ""

    @property
    def updated(self) -> datetime:
        """When the newest entry was published: nothing here depends on the time of asking."""
        return max((entry.updated for entry in self.entries), default=EPOCH)
