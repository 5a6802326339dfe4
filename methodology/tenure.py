"""When posts clash: plain Python, days inclusive on both ends."""

import datetime
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

FULL_TIME = Decimal(1)
STEP = Decimal("0.25")
# A post without an end lasts until further notice.
OPEN = datetime.date.max


class Clash(StrEnum):
    """Why two posts of one person cannot both be true."""

    SAME_LIBRARY = "same-library"
    TWO_FULL_TIMES = "two-full-times"


@dataclass(frozen=True)
class Tenure:
    """A post: where, from when, until when (None: it lasts), which part of full time."""

    library: Hashable
    since: datetime.date
    until: datetime.date | None
    share: Decimal

    @property
    def last_day(self) -> datetime.date:
        """The last day; the end of time when the post lasts."""
        return self.until or OPEN

    def holds_on(self, day: datetime.date) -> bool:
        """Tell whether the post is held on a day."""
        return self.since <= day <= self.last_day

    def overlaps(self, other: "Tenure") -> bool:
        """Tell whether the two have a day in common."""
        return self.since <= other.last_day and other.since <= self.last_day


def clashes(post: Tenure, others: Iterable[Tenure]) -> Iterator[tuple[Clash, Tenure]]:
    """Give each of the person's other posts that cannot stand beside this one, with the reason."""
    for other in others:
        if not post.overlaps(other):
            continue
        if post.library == other.library:
            yield Clash.SAME_LIBRARY, other
        elif min(post.share, other.share) >= FULL_TIME:
            yield Clash.TWO_FULL_TIMES, other


def is_step(share: Decimal) -> bool:
    """Tell whether the share is a whole number of quarters of full time, from none to one."""
    return 0 <= share <= FULL_TIME and share % STEP == 0
