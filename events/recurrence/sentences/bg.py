"""Recurrence in Bulgarian, with the right gender, article and preposition."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from events.recurrence.parts import Frequency, WeekdayNum

if TYPE_CHECKING:
    from events.recurrence.rule import Rule

WEEKDAYS = ("понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя")
FEMININE = (2, 5, 6)
MONTHS = (
    "януари", "февруари", "март", "април", "май", "юни",
    "юли", "август", "септември", "октомври", "ноември", "декември",
)  # fmt: skip

# Masculine, feminine, masculine and feminine with the article.
ORDINALS = {
    1: ("първи", "първа", "първия", "първата"),
    2: ("втори", "втора", "втория", "втората"),
    3: ("трети", "трета", "третия", "третата"),
    4: ("четвърти", "четвърта", "четвъртия", "четвъртата"),
    -1: ("последен", "последна", "последния", "последната"),
}
FROM_THE_END = {
    -1: "в последния ден",
    -2: "в предпоследния ден",
    -3: "в третия ден от края",
}
ENDINGS = {1: "во", 2: "ро", 3: "то", 4: "то", 7: "мо", 8: "мо"}
MAX_NAMED = 5


class Bulgarian:
    """Says rules in Bulgarian."""

    def every(self, rule: "Rule", start: date | None) -> str:
        """How often, and on which days."""
        match rule.frequency:
            case Frequency.DAILY:
                return _daily(rule.interval)
            case Frequency.WEEKLY:
                return _weekly(rule)
            case Frequency.MONTHLY:
                return _monthly_by_weekday(rule) if rule.byday else _monthly_by_day(rule)
            case Frequency.YEARLY:
                return _yearly(rule.interval, start)

    def ending(self, rule: "Rule") -> str:
        """Until when, or how many times."""
        if rule.until:
            return f" до {_day(rule.until)}"
        if rule.count:
            return ", само веднъж" if rule.count == 1 else f", общо {rule.count} пъти"
        return ""

    def excluding(self, days: Sequence[date]) -> str:
        """The dates that do not take place, by name while they are few."""
        if len(days) > MAX_NAMED:
            return f", освен {len(days)} дати"
        return f", освен {_listed([f'на {_day(day)}' for day in days])}"


def _daily(interval: int) -> str:
    if interval == 1:
        return "всеки ден"
    return "през ден" if interval == 2 else f"на всеки {interval} дни"


def _weekly(rule: "Rule") -> str:
    days = [day.weekday for day in rule.byday]
    if rule.interval == 1 and len(days) == 7:
        return "всеки ден"
    if rule.interval == 1 and len(days) == 1:
        return f"{_each(days[0])} {WEEKDAYS[days[0]]}"
    often = "всяка седмица" if rule.interval == 1 else f"на всеки {_number(rule.interval, 'две')} седмици"
    return f"{often} {_on_weekdays(days)}"


def _on_weekdays(days: Sequence[int]) -> str:
    in_a_row = days[-1] - days[0] == len(days) - 1
    if in_a_row and len(days) > 2:
        return f"от {WEEKDAYS[days[0]]} до {WEEKDAYS[days[-1]]}"
    return _in(_listed([WEEKDAYS[day] for day in days]))


def _monthly_by_weekday(rule: "Rule") -> str:
    by_weekday = sorted(rule.byday, key=lambda day: day.weekday)
    groups = [list(days) for _, days in groupby(by_weekday, key=lambda day: day.weekday)]
    if rule.interval == 1:
        said = _listed([_each_nth(days) for days in groups])
        return f"{said} от месеца"
    said = _listed([_on_nth(days) for days in groups])
    return f"{_every_months(rule.interval)} {said} от месеца"


def _each_nth(days: Sequence[WeekdayNum]) -> str:
    weekday = days[0].weekday
    nths = _listed([ORDINALS[day.nth][weekday in FEMININE] for day in days])
    return f"{_each(weekday)} {nths} {WEEKDAYS[weekday]}"


def _on_nth(days: Sequence[WeekdayNum]) -> str:
    weekday = days[0].weekday
    nths = _listed([ORDINALS[day.nth][2 + (weekday in FEMININE)] for day in days])
    return _in(f"{nths} {WEEKDAYS[weekday]}")


def _monthly_by_day(rule: "Rule") -> str:
    from_start = [day for day in rule.bymonthday if day > 0]
    from_end = [day for day in rule.bymonthday if day < 0]
    every = "всеки месец" if rule.interval == 1 else _every_months(rule.interval)
    if not from_start and rule.interval == 1:
        return f"{_listed([FROM_THE_END[day] for day in from_end])} на всеки месец"
    said = []
    if from_start:
        said.append(f"на {_listed([_ordinal(day) for day in from_start])} число")
    if from_end:
        said.append(f"{_listed([FROM_THE_END[day] for day in from_end])} на месеца")
    return f"{every} {_listed(said)}"


def _yearly(interval: int, start: date | None) -> str:
    often = "всяка година" if interval == 1 else f"на всеки {_number(interval, 'две')} години"
    if start is None:
        return often
    leap = " (само във високосна година)" if (start.month, start.day) == (2, 29) else ""
    return f"{often} на {start.day} {MONTHS[start.month - 1]}{leap}"


def _every_months(interval: int) -> str:
    return f"на всеки {_number(interval, 'два')} месеца"


def _number(number: int, two: str) -> str:
    return two if number == 2 else str(number)


def _each(weekday: int) -> str:
    return "всяка" if weekday in FEMININE else "всеки"


def _in(words: str) -> str:
    return f"{'във' if words[0] in 'вф' else 'в'} {words}"


def _ordinal(day: int) -> str:
    if 10 < day < 20:
        return f"{day}-о"
    return f"{day}-{ENDINGS.get(day % 10, 'о')}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} г."


def _listed(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} и {last}" if most else last
