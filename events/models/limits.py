"""Limits on dates and the checks of them that several models share."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.recurrence import FIRST_YEAR, LAST_YEAR

MAX_CLOSURE_DAYS = 400
MAX_EVENT_DAYS = 400

Errors = dict[str, ValidationError]


def year_errors(days: Mapping[str, date | datetime | None]) -> Errors:
    """An error at each field whose year the library cannot mean."""
    return {
        field: ValidationError(
            _("Годината трябва да е между %(first)s и %(last)s. Проверете дали датата е въведена вярно."),
            code="year",
            params={"first": FIRST_YEAR, "last": LAST_YEAR},
        )
        for field, day in days.items()
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR
    }


def period_errors(first: date | None, last: date | None, last_field: str, most_days: int) -> Errors:
    """An error at the field of the last day when a period ends before it starts or lasts too long."""
    if first is None or last is None:
        return {}
    if last < first:
        return {last_field: ValidationError(ENDS_BEFORE, code="ends-before")}
    if (last - first).days >= most_days:
        return {
            last_field: ValidationError(
                _("Периодът е по-дълъг от %(days)s дни. Проверете годината или разделете периода."),
                code="too-long",
                params={"days": most_days},
            )
        }
    return {}


ENDS_BEFORE = _("Краят е преди началото. Изберете по-късна дата или я оставете празна.")


def raise_all(errors: Errors) -> None:
    """Raise the collected errors together, if there are any."""
    if errors:
        raise ValidationError(errors)
