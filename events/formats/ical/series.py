"""How the dates of an event become a master, exceptions and overrides of RFC 5545, in plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from events.recurrence import Rule, localise, to_wall

# Google Calendar refuses a feed in which an event has many more EXDATEs.
MAX_EXCEPTIONS = 90

# A rule for dates that follow none: some programs lose DTSTART where there are RDATEs only.
ONCE = "FREQ=DAILY;COUNT=1"

# A date for an all-day event, a naive wall-clock datetime in Europe/Sofia for a timed one.
Moment = date | datetime


@dataclass(frozen=True)
class Instance:
    """One date of an event; `end` is exclusive, `recurrence_id` is where the rule had put it.

    `status` is empty, "cancelled", "postponed" or "full".
    """

    recurrence_id: Moment
    start: Moment
    end: Moment
    status: str = ""
    reason: str = ""
    location: str = ""
    note: str = ""

    @property
    def length(self) -> timedelta:
        """Wall-clock length; whole days when it lasts all day."""
        return _as_time(self.end) - _as_time(self.start)

    def differs_from(self, usual: "Instance") -> bool:
        """Whether it says something that an instance of the master does not."""
        moved = self.start != self.recurrence_id or self.length != usual.length
        return bool(moved or self.location or self.note or self.status != usual.status)


@dataclass(frozen=True)
class Series:
    """What is written: the master's instance and rule, its exceptions, one override for a changed date."""

    master: Instance
    rule: str = ""
    exdates: tuple[Moment, ...] = ()
    rdates: tuple[Moment, ...] = ()
    overrides: tuple[Instance, ...] = ()


def series_of(instances: Sequence[Instance], usual: Instance, rule: Rule | None) -> Series | None:
    """Describe an event whose rows are `instances`; None when it has none.

    `usual` is the first date as the event itself gives it: its start, length and status.
    """
    rows = {instance.recurrence_id: instance for instance in sorted(instances, key=_order)}
    if not rows:
        return None
    if rule is None and len(rows) == 1:
        return Series(next(iter(rows.values())))
    planned = _planned(rule, usual.start, _last(rows)) if rule else []
    first = next(iter(rows))
    # Rows reach back a limited time: what the rule gives before the first of them is not an exception.
    missing = tuple(moment for moment in planned if _as_row(moment) not in rows and moment >= first)
    cancelled = sum(instance.status == "cancelled" for instance in rows.values())
    if rule is None or not planned or len(missing) + cancelled > MAX_EXCEPTIONS:
        return _listed(rows, usual)
    expected = {_as_row(moment) for moment in planned}
    return Series(
        master=_at(planned[0], usual),
        rule=rule.for_feed(planned[0]),
        exdates=missing,
        rdates=tuple(moment for moment in rows if moment not in expected),
        overrides=_overrides(rows, usual),
    )


def _listed(rows: dict[Moment, Instance], usual: Instance) -> Series:
    first, *others = rows
    return Series(_at(first, usual), ONCE, rdates=tuple(others), overrides=_overrides(rows, usual))


def _planned(rule: Rule, start: Moment, last: Moment) -> list[Moment]:
    before = last + timedelta(days=1)
    if isinstance(start, datetime):
        return list(rule.dates(start, start, before))
    return list(rule.dates(start, start, before))


def _at(start: Moment, usual: Instance) -> Instance:
    return Instance(start, start, start + usual.length, usual.status, usual.reason)


def _overrides(rows: dict[Moment, Instance], usual: Instance) -> tuple[Instance, ...]:
    return tuple(instance for instance in rows.values() if instance.differs_from(usual))


def _as_row(moment: Moment) -> Moment:
    # A rule may name the hour that March skips; the row holds the instant that clocks really showed.
    return to_wall(localise(moment)) if isinstance(moment, datetime) else moment


def _last(rows: dict[Moment, Instance]) -> Moment:
    *_, last = rows
    return last


def _order(instance: Instance) -> datetime:
    return _as_time(instance.recurrence_id)


def _as_time(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)
