"""An event of somebody else's calendar as ours would be."""

import json
from dataclasses import asdict, dataclass, field
from datetime import date, time
from hashlib import sha256

from events.planning import Change, When
from events.recurrence import Rule, UserError

# Raised when the same calendar is to be read into other fields, so that all events count as changed.
READING = 1


@dataclass(frozen=True, slots=True)
class Words:
    """What an event says; plain texts, the long one with a paragraph a line."""

    title: str
    text: str = ""
    location: str = ""
    address: str = ""
    online_url: str = ""
    link: str = ""
    categories: tuple[str, ...] = ()
    status: str = "planned"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event, ready to become a page; wall-clock time in Europe/Sofia, `end_date` inclusive.

    `remarks` say what was left out or altered; `line` is where it starts in its file. `partial` means
    that the file holds only some dates of a series.
    """

    uid: str
    line: int
    words: Words
    start_date: date
    start_time: time | None = None
    end_date: date | None = None
    end_time: time | None = None
    rule: Rule | None = None
    changes: tuple[Change, ...] = ()
    partial: bool = False
    remarks: tuple[UserError, ...] = field(default=(), compare=False)

    @property
    def when(self) -> When:
        """The dates as the plain rules take them."""
        return When(self.start_date, self.start_time, self.end_date, self.end_time, self.rule)

    @property
    def digest(self) -> str:
        """The same as long as nothing that is imported has changed in the source."""
        content = {
            "reading": READING,
            "words": asdict(self.words),
            "when": [str(one) for one in (self.start_date, self.start_time, self.end_date, self.end_time)],
            "rule": str(self.rule or ""),
            "changes": [[str(value) for value in asdict(one).values()] for one in self.changes],
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
