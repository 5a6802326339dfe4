"""One resolved day, with the reasons that made it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from events.hours import words
from events.hours.intervals import Interval
from events.recurrence import Rule


class ReasonKind(StrEnum):
    """What a reason is, most specific first."""

    EXCEPTION = "exception"
    CLOSURE = "closure"
    SEASON = "season"
    REGULAR = "regular"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that speaks about a day; `applied` when the result comes from it.

    `schedule` is the name of the schedule that says so, `intervals` what it says by itself.
    """

    kind: ReasonKind
    applied: bool = True
    key: str = ""
    text: str = ""
    text_en: str = ""
    schedule: str = ""
    closure_kind: str = ""
    rule: Rule | None = None
    intervals: tuple[Interval, ...] = ()

    def words(self, language: str = "bg") -> str:
        """The reason in `bg` or `en` (ValueError otherwise), without a capital or a full stop."""
        return words.reason(self, language)


@dataclass(frozen=True, slots=True)
class Day:
    """The opening hours of one date: intervals in order, and reasons from the most specific down."""

    day: date
    intervals: tuple[Interval, ...]
    reasons: tuple[Reason, ...]

    @property
    def is_open(self) -> bool:
        """Whether the day has any opening time."""
        return bool(self.intervals)

    @property
    def applied(self) -> tuple[Reason, ...]:
        """The reasons that made the result."""
        return tuple(reason for reason in self.reasons if reason.applied)

    @property
    def closures(self) -> tuple[Reason, ...]:
        """The closures that close the day; empty when an exception opens it all the same."""
        return tuple(reason for reason in self.applied if reason.kind is ReasonKind.CLOSURE)

    @property
    def is_exceptional(self) -> bool:
        """Whether an exception or a closure, not the usual week, made the result."""
        return any(reason.kind in (ReasonKind.EXCEPTION, ReasonKind.CLOSURE) for reason in self.applied)

    @property
    def usual(self) -> tuple[Interval, ...]:
        """What the week in force says by itself, whatever exceptions and closures make of the day."""
        weeks = (ReasonKind.SEASON, ReasonKind.REGULAR)
        return next((reason.intervals for reason in self.reasons if reason.kind in weeks), ())

    def explain(self, language: str = "bg") -> str:
        """The result and why, in one line of words."""
        return words.explanation(self, language)
