"""Public holidays to propose as closures; nothing closes by itself."""

from datetime import date
from typing import NamedTuple

from events.hours.errors import HoursError
from events.recurrence import FIRST_YEAR, LAST_YEAR

# British words for the American ones of the `holidays` package.
_BRITISH = {"Labor": "Labour", "(observed)": "(substitute day)"}
# Names in the `holidays` package of days that are not public holidays of their own.
_SUBSTITUTE = " (почивен ден)"
_STATE_ADMINISTRATION = ("Неприсъствен ден", "Официален празник", "Почивен ден")


class ProposedHoliday(NamedTuple):
    """A holiday in Bulgarian and English; a substitute is the free weekday for one that fell on a weekend.

    `administration_only` marks days off by a government decision: they bind the state
    administration, not a library, and are shown so that an editor can choose.
    """

    day: date
    name: str
    name_en: str
    is_substitute: bool = False
    administration_only: bool = False


def proposed_holidays(year: int) -> list[ProposedHoliday]:
    """The holidays of a year by article 154 of the Bulgarian Labour Code, in order.

    A date with two holidays comes once, with both names. HoursError outside 1990–2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise HoursError("year", first=FIRST_YEAR, last=LAST_YEAR, year=year)
    import holidays

    known, english = (
        holidays.country_holidays("BG", years=year, language=language) for language in ("bg", "en_US")
    )
    return [_proposed(day, known.get_list(day), english.get_list(day)) for day in sorted(known)]


def _proposed(day: date, names: list[str], names_en: list[str]) -> ProposedHoliday:
    return ProposedHoliday(
        day,
        "; ".join(names),
        _british("; ".join(names_en)),
        is_substitute=all(name.endswith(_SUBSTITUTE) for name in names),
        administration_only=all(name.startswith(_STATE_ADMINISTRATION) for name in names),
    )


def _british(names: str) -> str:
    for american, british in _BRITISH.items():
        names = names.replace(american, british)
    return names
