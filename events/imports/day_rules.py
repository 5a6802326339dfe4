"""Dates of a rule outside the portable profile, by looking at every day: slow to think, quick to bound."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from events.recurrence.errors import UnsupportedRule
from events.recurrence.parts import Frequency, WeekdayNum, whole_number

READ = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST")
_DAY = timedelta(days=1)
_LONGEST = {Frequency.DAILY: 0, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.YEARLY: 366}
_Filter = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class DayRule:
    """The parts of RFC 5545 that choose whole days; BYWEEKNO and BYYEARDAY are left to nobody."""

    frequency: Frequency
    start: date
    interval: int = 1
    byday: tuple[WeekdayNum, ...] = ()
    bymonthday: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()
    week_start: int = 0

    @classmethod
    def read(cls, parts: Mapping[str, str], start: date) -> "DayRule":
        """Read the parts of a rule; UnsupportedRule for what cannot be."""
        for name in parts:
            if name not in READ:
                raise UnsupportedRule("unknown-part", part=name)
        frequency = parts.get("FREQ", "")
        if frequency not in tuple(Frequency):
            raise UnsupportedRule("frequency", value=frequency)
        return cls(
            Frequency(frequency),
            start,
            _numbers(parts, "INTERVAL", 1, 1000, "1")[0],
            tuple(WeekdayNum.parse(day) for day in _listed(parts, "BYDAY")),
            _numbers(parts, "BYMONTHDAY", -31, 31),
            _numbers(parts, "BYMONTH", 1, 12),
            _numbers(parts, "BYSETPOS", -366, 366),
            WeekdayNum.parse(parts.get("WKST", "MO")).weekday,
        )

    def days(self, after: date, before: date) -> Iterator[date]:
        """The days in [after, before), in order; looks at each day of the window once or twice."""
        chosen = self._chosen()
        first = self._period_start(max(after, self.start))
        # The last period is looked at whole: the last Monday of a month needs all of its days.
        number_of_days = (before - first).days + _LONGEST[self.frequency]
        all_days = (first + _DAY * number for number in range(number_of_days))
        for period, group in groupby(all_days, key=self._period):
            if period % self.interval == 0:
                picked = self._picked(group, chosen)
                yield from (day for day in picked if max(after, self.start) <= day < before)

    def _picked(self, group: Iterator[date], chosen: _Filter) -> Iterator[date]:
        found = [day for day in group if chosen(day)]
        if not self.bysetpos:
            yield from found
            return
        places = {at - 1 if at > 0 else len(found) + at for at in self.bysetpos}
        yield from (day for place, day in enumerate(found) if place in places)

    def _period(self, day: date) -> int:
        match self.frequency:
            case Frequency.DAILY:
                return (day - self.start).days
            case Frequency.WEEKLY:
                return (day - self._week(self.start)).days // 7
            case Frequency.MONTHLY:
                return (day.year - self.start.year) * 12 + day.month - self.start.month
        return day.year - self.start.year

    def _period_start(self, day: date) -> date:
        match self.frequency:
            case Frequency.DAILY:
                return day
            case Frequency.WEEKLY:
                return self._week(day)
            case Frequency.MONTHLY:
                return day.replace(day=1)
        return day.replace(month=1, day=1)

    def _week(self, day: date) -> date:
        return day - _DAY * ((day.weekday() - self.week_start) % 7)

    def _chosen(self) -> _Filter:
        months, month_days, weekdays = self._completed()

        def chosen(day: date) -> bool:
            return (
                (not months or day.month in months)
                and (not month_days or bool({day.day, day.day - _length(day) - 1} & month_days))
                and (not weekdays or any(self._is_weekday(day, one) for one in weekdays))
            )

        return chosen

    def _completed(self) -> tuple[set[int], set[int], tuple[WeekdayNum, ...]]:
        """What the rule says, with what RFC 5545 takes from the start."""
        months, month_days, weekdays = set(self.bymonth), set(self.bymonthday), self.byday
        if not month_days and not weekdays:
            if self.frequency is Frequency.WEEKLY:
                weekdays = (WeekdayNum(0, self.start.weekday()),)
            elif self.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
                month_days = {self.start.day}
                if self.frequency is Frequency.YEARLY and not months:
                    months = {self.start.month}
        return months, month_days, weekdays

    def _is_weekday(self, day: date, one: WeekdayNum) -> bool:
        # A weekday is counted within its month, or within its year when a yearly rule names no month.
        if day.weekday() != one.weekday:
            return False
        if not one.nth or self.frequency not in (Frequency.MONTHLY, Frequency.YEARLY):
            return True
        of_year = self.frequency is Frequency.YEARLY and not self.bymonth
        at = day.timetuple().tm_yday if of_year else day.day
        length = _days_of_year(day) if of_year else _length(day)
        return one.nth in ((at - 1) // 7 + 1, -((length - at) // 7 + 1))


def _length(day: date) -> int:
    return ((day.replace(day=28) + _DAY * 4).replace(day=1) - _DAY).day


def _days_of_year(day: date) -> int:
    return (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1


def _listed(parts: Mapping[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _numbers(
    parts: Mapping[str, str], name: str, least: int, most: int, default: str = ""
) -> tuple[int, ...]:
    listed = _listed(parts, name) or _listed({name: default} if default else {}, name)
    found = tuple(whole_number(text) for text in listed)
    for text, number in zip(listed, found, strict=True):
        if number is None or number == 0 or not least <= number <= most:
            raise UnsupportedRule("syntax", value=f"{name}={text}")
    return tuple(number for number in found if number is not None)
