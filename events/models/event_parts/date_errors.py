"""What can be wrong with the dates of an event, at the field where it is wrong."""

from itertools import pairwise
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.models.limits import MAX_EVENT_DAYS, Errors, period_errors, year_errors
from events.planning import When
from events.planning.when import as_moment
from events.recurrence import to_wall

if TYPE_CHECKING:
    from events.models.event_parts.when import EventDates

# As many dates are looked at for overlaps and for clashes; a rule repeats its pattern long before.
DATES_LOOKED_AT = 120


def date_errors(event: "EventDates") -> Errors:
    """Errors of the dates and times without regard to the rule; half-filled forms have none."""
    errors = year_errors(
        {"start_date": event.start_date, "end_date": event.end_date, "opening_start": event.opening_start}
    )
    errors |= period_errors(event.start_date, event.end_date, "end_date", MAX_EVENT_DAYS)
    if not errors:
        errors |= _time_errors(event)
    if not errors:
        errors |= _opening_errors(event)
    return errors


def _time_errors(event: "EventDates") -> Errors:
    several_days = bool(event.end_date and event.start_date and event.end_date > event.start_date)
    if event.end_time and event.start_time is None:
        return _one(
            "start_time",
            _("Има краен, но няма начален час. Въведете начален час или изтрийте крайния, ако е целодневно."),
            "no-start-time",
        )
    if several_days and event.start_time and event.end_time is None:
        return _one(
            "end_time",
            _(
                "Събитието свършва в друг ден: въведете и краен час. "
                "За изложба изтрийте началния час, за да е целодневна."
            ),
            "no-end-time",
        )
    if not several_days and event.start_time and event.end_time and event.end_time <= event.start_time:
        return _one(
            "end_time",
            _("Краят не е след началото. Поправете часа. Ако свършва след полунощ, въведете последен ден."),
            "ends-before",
        )
    return {}


def _opening_errors(event: "EventDates") -> Errors:
    if event.opening_start is None or event.start_date is None:
        return {}
    if event.recurrence:
        return _one(
            "opening_start",
            _("Откриване имат изложби с начало и край. Изтрийте го или махнете повторението."),
            "opening-of-series",
        )
    last = event.end_date or event.start_date
    opening = to_wall(event.opening_start).date()
    if opening > last or (event.start_date - opening).days > 31:
        return _one(
            "opening_start",
            _("Откриването е след края или повече от месец преди началото. Проверете датата."),
            "opening-outside",
        )
    return {}


def rule_errors(when: When) -> Errors:
    """Errors of a rule with its first date: no dates, or dates that run into each other."""
    if when.rule is None:
        return {}
    starts = [as_moment(day) for day in when.rule.next_dates(when.start, when.start_date, DATES_LOOKED_AT)]
    if not starts:
        return _one("recurrence", _("Правилото не дава нито една дата. Променете го."), "no-dates")
    gaps = [later - earlier for earlier, later in pairwise(starts)]
    if gaps and when.length > min(gaps):
        return _one(
            "end_date" if when.end_date else "end_time",
            _("Събитието трае по-дълго от времето между две повторения. Скъсете го или повтаряйте по-рядко."),
            "overlaps-itself",
        )
    return {}


def _one(field: str, message: object, code: str) -> Errors:
    return {field: ValidationError(message, code=code)}  # type: ignore[arg-type]
