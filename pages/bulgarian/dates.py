"""Dates and times in words, in Bulgarian ("bg") and English ("en")."""

from datetime import date, time

_MONTHS_BG = "януари февруари март април май юни юли август септември октомври ноември декември"
_MONTHS_EN = "January February March April May June July August September October November December"
MONTHS = {"bg": tuple(_MONTHS_BG.split(" ")), "en": tuple(_MONTHS_EN.split(" "))}
WEEKDAYS = {
    "bg": ["понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


def month_name(month: int, language: str = "bg") -> str:
    """Return the name of a month, 1–12."""
    return MONTHS[_known(language)][month - 1]


def weekday_name(day: date, language: str = "bg") -> str:
    """Return the name of the day of the week."""
    return WEEKDAYS[_known(language)][day.weekday()]


def long_date(day: date, language: str = "bg") -> str:
    """Return „23 ноември 2026 г.“ or "23 November 2026"."""
    return f"{day_and_month(day, language)} {day.year}{_year_mark(language)}"


def day_and_month(day: date, language: str = "bg") -> str:
    """Return „23 ноември“ or "23 November"."""
    return f"{day.day} {month_name(day.month, language)}"


def short_date(day: date, language: str = "bg") -> str:
    """Return „23.11.2026“ or "23 Nov 2026"."""
    if _known(language) == "bg":
        return f"{day:%d.%m.%Y}"
    return f"{day.day} {month_name(day.month, 'en')[:3]} {day.year}"


def date_range(first: date, last: date, language: str = "bg") -> str:
    """Return both days (inclusive) and say the month and the year once where they are the same."""
    if first == last:
        return long_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last, language)}"
    if first.year == last.year:
        return f"{day_and_month(first, language)} – {long_date(last, language)}"
    return f"{long_date(first, language)} – {long_date(last, language)}"


def clock(moment: time) -> str:
    """Return a time of day as „8:30“."""
    return f"{moment.hour}:{moment:%M}"


def time_range(start: time, end: time | None = None) -> str:
    """Return „8:30–18:30“, or the start alone."""
    return clock(start) if end is None else f"{clock(start)}–{clock(end)}"


def _known(language: str) -> str:
    return "bg" if language.startswith("bg") else "en"


def _year_mark(language: str) -> str:
    # A no-break space: the mark of the year never begins a line.
    return "\u00a0г." if _known(language) == "bg" else ""
