"""Spans of days that are counted, in plain Python."""

import datetime
from dataclasses import dataclass

DAY = datetime.timedelta(days=1)
MONTHS, QUARTER = 12, 3


@dataclass(frozen=True)
class Period:
    """A half-open span of days."""

    first: datetime.date
    before: datetime.date

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return a calendar year."""
        return cls(datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1))

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """Return a quarter of a year, 1–4."""
        first = datetime.date(year, (number - 1) * QUARTER + 1, 1)
        return cls(first, months_later(first, QUARTER))

    @classmethod
    def from_to(cls, first: datetime.date, last: datetime.date) -> "Period":
        """Return the span of two days, both inclusive."""
        return cls(first, last + DAY)

    @property
    def last(self) -> datetime.date:
        """The last day that belongs to it."""
        return self.before - DAY

    @property
    def previous(self) -> "Period":
        """The span just before it: as many months when it is made of whole months, else as many days."""
        if self.first.day == self.before.day == 1:
            months = (self.before.year - self.first.year) * MONTHS + self.before.month - self.first.month
            return Period(months_later(self.first, -months), self.first)
        return Period(self.first - (self.before - self.first), self.first)

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        return self == Period.year(self.first.year)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the first of a month so many months after the first of another."""
    count = day.year * MONTHS + day.month - 1 + months
    return datetime.date(count // MONTHS, count % MONTHS + 1, 1)
