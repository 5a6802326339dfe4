"""How an event of somebody else's calendar repeats: by a rule of ours, or on dates one by one."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from events.imports.day_rules import DayRule
from events.imports.limits import MAX_COUNT, MAX_EXPLICIT
from events.imports.moments import Moment, Stamp, in_sofia
from events.imports.problems import ImportProblem
from events.planning import window
from events.recurrence import Rule, UnsupportedRule, UserError, sofia
from events.recurrence.parts import Frequency, read_until, whole_number
from events.recurrence.reading import split_parts

DAY = timedelta(days=1)
# A rule that is counted from its start is worked out for so long at most.
LONGEST_COUNT = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Repetition:
    """A rule, or dates and why they stand instead of it; wall-clock time in Europe/Sofia."""

    rule: Rule | None = None
    dates: tuple[Moment, ...] = ()
    why: UserError | None = None


def repetition(text: str, start: Stamp, today: date) -> Repetition:
    """Read an RRULE for a start; UserError for one that can be kept neither as a rule nor as dates."""
    parts = _simplified(split_parts("".join(text.split())), start)
    if "COUNT" in parts and "UNTIL" in parts:
        raise UnsupportedRule("count-and-until")
    number = whole_number(parts.get("COUNT", ""))
    if number is not None and number > MAX_COUNT:
        raise ImportProblem("too-many-dates", number=number, most=MAX_COUNT)
    until = _until(parts.pop("UNTIL", None), start)
    try:
        rule = replace(Rule.parse(_joined(parts), start.written), until=until).fitted_to(start.written)
    except UnsupportedRule as problem:
        return _one_by_one(_by_days(parts, until, start, today, problem), start, today, problem)
    rule.check_not_empty(start.written)
    if _keeps_its_hour(rule, start, today):
        return Repetition(rule=_end_in_sofia(rule, start.zone))
    drifts = ImportProblem("drifts")
    return _one_by_one(_by_rule(rule, start, today), start, today, drifts)


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _simplified(parts: dict[str, str], start: Stamp) -> dict[str, str]:
    """The same rule without what other programs write and means nothing here."""
    simple = dict(parts)
    if isinstance(start.written, datetime):
        for name, own in (
            ("BYHOUR", start.written.hour),
            ("BYMINUTE", start.written.minute),
            ("BYSECOND", 0),
        ):
            if whole_number(simple.get(name, "")) == own:
                del simple[name]
    days = simple.get("BYDAY", "").split(",")
    one_week = simple.get("INTERVAL", "1") == "1" or len(days) == 1
    if simple.get("FREQ") != Frequency.WEEKLY or one_week:
        # Where the week starts matters only to rules of several days in every second week.
        simple.pop("WKST", None)
    if simple.get("FREQ") == Frequency.MONTHLY and len(days) == 1 and days[0].isalpha():
        at = whole_number(simple.get("BYSETPOS", ""))
        if at is not None and "BYMONTHDAY" not in simple:
            # Exchange says „the second Tuesday“ as the second of all Tuesdays.
            simple["BYDAY"] = f"{at}{days[0]}"
            del simple["BYSETPOS"]
    return simple


def _until(text: str | None, start: Stamp) -> Moment | None:
    """UNTIL as a wall-clock moment in the zone of the start, whatever it was written in."""
    if text is None:
        return None
    until = read_until(text)
    if not isinstance(until, datetime) or not text.endswith("Z") or start.zone is sofia():
        return until
    written = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return written.astimezone(start.zone).replace(tzinfo=None)


def _end_in_sofia(rule: Rule, zone: tzinfo) -> Rule:
    return rule if rule.until is None else replace(rule, until=in_sofia(rule.until, zone))


def _keeps_its_hour(rule: Rule, start: Stamp, today: date) -> bool:
    """Whether clocks in Sofia show the same day and hour at every date of the rule."""
    if start.all_day or start.zone is sofia():
        return True
    shifts = {in_sofia(one, start.zone) - one for one in _by_rule(rule, start, today) if _timed(one)}
    first = start.sofia
    return len(shifts) <= 1 and first.weekday() == start.written.weekday()


def _timed(moment: Moment) -> bool:
    return isinstance(moment, datetime)


def _by_rule(rule: Rule, start: Stamp, today: date) -> list[Moment]:
    after, before = window(today)
    if isinstance(start.written, datetime):
        return list(rule.dates(start.written, after, before))
    return list(rule.dates(start.written, after, before))


def _by_days(
    parts: dict[str, str], until: Moment | None, start: Stamp, today: date, problem: UserError
) -> list[Moment]:
    """Dates of a rule outside the profile in the window, in the zone of the start."""
    after, before = window(today)
    first = start.written.date() if isinstance(start.written, datetime) else start.written
    number = whole_number(parts["COUNT"]) if "COUNT" in parts else None
    try:
        rule = DayRule.read(parts, first)
    except UnsupportedRule:
        raise problem from None
    if number is None:
        days = list(rule.days(max(first, after), before))
    else:
        counted = islice(rule.days(first, min(before, first + LONGEST_COUNT)), max(number, 0))
        days = [day for day in counted if day >= after]
    if not isinstance(start.written, datetime):
        return [day for day in days if until is None or day <= _day(until)]
    moments = [datetime.combine(day, start.written.time()) for day in days]
    end = until if isinstance(until, datetime) or until is None else datetime.combine(until, time.max)
    return [moment for moment in moments if end is None or moment <= end]


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _one_by_one(written: list[Moment], start: Stamp, today: date, why: UserError) -> Repetition:
    dates = [in_sofia(moment, start.zone) for moment in written]
    if len(dates) > MAX_EXPLICIT:
        dates = [moment for moment in dates if _day(moment) >= today]
    if len(dates) > MAX_EXPLICIT:
        raise why
    if not dates:
        raise ImportProblem("no-dates")
    return Repetition(dates=tuple(dates), why=why)
