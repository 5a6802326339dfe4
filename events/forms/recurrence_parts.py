"""Between the text of a rule and the answers of the recurrence form."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from events.recurrence import WEEKDAYS as CODES
from events.recurrence import Frequency, Rule, UnsupportedRule

MONTHLY_WEEKDAY = "MONTHLY_WEEKDAY"
# A rule the answers cannot say, from an import or a script: it stays as it is until another is chosen.
KEEP = "KEEP"

FREQUENCIES = [
    ("", _("не се повтаря")),
    (Frequency.DAILY.value, _("всеки ден")),
    (Frequency.WEEKLY.value, _("всяка седмица")),
    (Frequency.MONTHLY.value, _("всеки месец на число")),
    (MONTHLY_WEEKDAY, _("всеки месец в ден от седмицата")),
    (Frequency.YEARLY.value, _("всяка година на същата дата")),
    (KEEP, _("както е записано досега")),
]
_WEEKDAY_NAMES = (
    _("понеделник"),
    _("вторник"),
    _("сряда"),
    _("четвъртък"),
    _("петък"),
    _("събота"),
    _("неделя"),
)
WEEKDAYS = list(zip(CODES, _WEEKDAY_NAMES, strict=True))
NTH = [
    ("1", _("първи")),
    ("2", _("втори")),
    ("3", _("трети")),
    ("4", _("четвърти")),
    ("-1", _("последен")),
]
MONTH_DAYS = [
    ("", "—"),
    *((str(day), str(day)) for day in range(1, 29)),
    ("-1", _("последния ден")),
    ("-2", _("предпоследния ден")),
    ("-3", _("третия ден от края")),
]

NEVER, BY_DATE, BY_NUMBER = "never", "until", "count"
ENDS = [
    (NEVER, _("без край")),
    (BY_DATE, _("до дата")),
    (BY_NUMBER, _("след брой дати")),
]

NO_RULE: list[Any] = ["", None, [], [], "", NEVER, None, None, ""]


def join_rule(
    frequency: str,
    interval: int,
    weekdays: Sequence[str],
    nth: Sequence[str],
    month_day: str,
    until: date | None,
    count: int | None,
) -> str:
    """The text of a rule; days that were not chosen are left to the start."""
    parts = {"FREQ": Frequency.MONTHLY.value if frequency == MONTHLY_WEEKDAY else frequency}
    if interval > 1:
        parts["INTERVAL"] = str(interval)
    if frequency == MONTHLY_WEEKDAY:
        parts["BYDAY"] = ",".join(f"{n}{day}" for day in weekdays for n in nth or [""])
    elif frequency == Frequency.WEEKLY:
        parts["BYDAY"] = ",".join(weekdays)
    elif frequency == Frequency.MONTHLY:
        parts["BYMONTHDAY"] = month_day
    parts["COUNT"] = str(count or "")
    parts["UNTIL"] = f"{until:%Y%m%d}" if until else ""
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def split_rule(text: str) -> list[Any]:
    """The answers that make the rule; the one that keeps it when no others do."""
    if not text:
        return list(NO_RULE)
    try:
        rule = Rule.parse(text)
    except UnsupportedRule:
        return _kept(text)
    answers = _answers(rule)
    said = Rule.parse(join_rule(*answers[:5], *answers[6:8]))
    return answers if _days(said) == _days(rule) else _kept(text)


def _kept(text: str) -> list[Any]:
    return [KEEP, None, [], [], "", NEVER, None, None, text]


def _days(rule: Rule) -> tuple[object, ...]:
    return rule.frequency, rule.byday, rule.bymonthday


def _answers(rule: Rule) -> list[Any]:
    on_weekdays = rule.frequency is Frequency.MONTHLY and bool(rule.byday)
    days = sorted({day.weekday for day in rule.byday})
    nth = sorted({day.nth for day in rule.byday} - {0}, key=lambda n: n if n > 0 else 9)
    until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    return [
        MONTHLY_WEEKDAY if on_weekdays else rule.frequency.value,
        rule.interval,
        [CODES[day] for day in days],
        [str(n) for n in nth],
        str(rule.bymonthday[0]) if rule.bymonthday else "",
        BY_DATE if until else BY_NUMBER if rule.count else NEVER,
        until,
        rule.count,
        "",
    ]
