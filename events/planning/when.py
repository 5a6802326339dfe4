"""The dates an editor enters, as wall-clock time in Europe/Sofia."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from events.recurrence import Rule

# How long a timed event is taken to last when nobody said when it ends.
ASSUMED_LENGTH = timedelta(hours=1)


class Kind(StrEnum):
    """What an occurrence is: a session of the event, or the opening of an exhibition."""

    SESSION = "session"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class When:
    """The first date with its length, how it repeats, and the opening of an exhibition.

    No `start_time` means all day. `end_date` is inclusive. `opening` is a naive wall-clock datetime.
    """

    start_date: date
    start_time: time | None = None
    end_date: date | None = None
    end_time: time | None = None
    rule: Rule | None = None
    opening: datetime | None = None

    @property
    def all_day(self) -> bool:
        return self.start_time is None

    @property
    def start(self) -> date | datetime:
        """The first start: a date when it lasts all day, a naive datetime otherwise."""
        if self.start_time is None:
            return self.start_date
        return datetime.combine(self.start_date, self.start_time)

    @property
    def has_end(self) -> bool:
        """Whether the end is known; the end of a timed event may be open."""
        return self.all_day or self.end_time is not None

    @property
    def length(self) -> timedelta:
        """Wall-clock length; whole days when it lasts all day."""
        last = self.end_date or self.start_date
        if self.start_time is None:
            return last - self.start_date + timedelta(days=1)
        if self.end_time is None:
            return ASSUMED_LENGTH
        return datetime.combine(last, self.end_time) - datetime.combine(self.start_date, self.start_time)

    def starts(self, after: date, before: date) -> list[datetime]:
        """Wall-clock starts of sessions in [after, before); a single event is given whatever the window."""
        first = as_moment(self.start)
        if self.rule is None:
            return [first]
        return [as_moment(start) for start in self.rule.dates(self.start, after, before)]


def as_moment(start: date) -> datetime:
    """A date as its midnight, a datetime as it is."""
    return start if isinstance(start, datetime) else datetime.combine(start, time.min)
