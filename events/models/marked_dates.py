"""The next dates of an event that is being edited, with what an editor should know about each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from events.hours import HoursError, Schedule, proposed_holidays, resolve
from events.models.occurrences import EventOccurrence, OccurrenceStatus
from events.models.planned_rows import planned_rows
from events.models.statuses import closed_time, closing_days
from events.planning import LOOK_BACK
from events.planning.when import as_moment
from events.recurrence import localise, to_wall
from events.timetable import timetable
from events.wording.week import short_reason
from pages.navigation import active_language

if TYPE_CHECKING:
    from events.models.event_page import EventPage

SHOWN = 12
# Rules are worked out over at most so many years at once.
YEARS_AHEAD = timedelta(days=39 * 365)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is unusual about a date: a word for programs and a text for people."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """An unsaved occurrence with its marks."""

    row: EventOccurrence
    marks: list[Mark] = field(default_factory=list)

    @property
    def original(self) -> datetime:
        """The wall-clock start by the rule, before any change."""
        return to_wall(self.row.original_start)


def next_dates(event: "EventPage", now: datetime) -> list[MarkedDate]:
    """At most twelve coming dates as publishing would make them; the last past ones when none are coming.

    UserError for a rule that cannot be worked out. The event need not be saved.
    """
    today = timezone.localdate(now)
    after, before = _window(event, today)
    rows = planned_rows(event, after, before, closing_days(event, today))
    rows.sort(key=lambda row: (row.start, row.kind))
    coming = [row for row in rows if row.end > now]
    shown = coming[:SHOWN] if coming else rows[-SHOWN:]
    schedule = timetable().schedule(event.department.slug if event.department else "")
    holidays = _holidays({row.first_day.year for row in shown})
    return [MarkedDate(row, list(_marks(row, schedule, holidays, now))) for row in shown]


def _window(event: "EventPage", today: date) -> tuple[date, date]:
    """Days that hold the next dates, those that were moved here from earlier ones among them."""
    when, changes = event.when, event.changes.all()
    originals = [to_wall(one.recurrence_id).date() for one in changes if one.recurrence_id]
    after = max(today - LOOK_BACK, min([today - when.length - DAY, *originals]))
    if when.rule is None:
        return after, today
    coming = when.rule.next_dates(when.start, max(today, when.start_date), SHOWN + len(originals))
    if not coming:
        return max(when.start_date, today - LOOK_BACK), today + DAY
    last = as_moment(coming[-1]).date() + DAY
    return after, min(last, max(after, when.start_date) + YEARS_AHEAD)


def _holidays(years: set[int]) -> dict[date, str]:
    found: dict[date, str] = {}
    for year in years:
        try:
            proposed = proposed_holidays(year)
        except HoursError:
            continue
        found |= {one.day: one.name for one in proposed if not one.administration_only}
    return found


def _marks(
    row: EventOccurrence, schedule: Schedule, holidays: dict[date, str], now: datetime
) -> Iterator[Mark]:
    yield from _own_marks(row)
    why, text, is_holiday = _closed(schedule, row)
    if why and why not in row.status_reason:
        yield Mark("closed", text)
    if row.first_day in holidays and not is_holiday:
        yield Mark("holiday", _("официален празник: %(name)s") % {"name": holidays[row.first_day]})
    if not row.all_day and (clock := _clock_change(row.first_day)):
        yield Mark("clock", clock)
    if row.end <= now:
        yield Mark("past", _("вече е минала"))


def _own_marks(row: EventOccurrence) -> Iterator[Mark]:
    if row.kind == EventOccurrence.Kind.OPENING:
        yield Mark("opening", _("откриване"))
    if row.status in (OccurrenceStatus.CANCELLED, OccurrenceStatus.POSTPONED, OccurrenceStatus.FULL):
        yield Mark(str(row.status), ": ".join(filter(None, [row.get_status_display(), row.status_reason])))
    if row.status == OccurrenceStatus.MOVED:
        yield Mark("moved", _moved(row))
    if row.note:
        yield Mark("note", row.note)


def _moved(row: EventOccurrence) -> str:
    if row.original_start == row.start:
        return _("преместена: %(place)s") % {"place": row.location}
    text = _("преместена от %(date)s") % {"date": row.was}
    return f"{text} ({row.status_reason})" if row.status_reason else text


def _closed(schedule: Schedule, row: EventOccurrence) -> tuple[str, str, bool]:
    """Why a date finds closed doors, the same as a sentence, and whether the day is a public holiday."""
    try:
        day = resolve(schedule, row.first_day)
    except HoursError:
        return "", "", False
    if not day.closures:
        lost = closed_time([day], active_language()).get(day.day)
        why = lost.why if lost and lost.touches(row) else ""
        return why, why, False
    why = "; ".join(dict.fromkeys(filter(None, map(short_reason, day.closures))))[:200]
    is_holiday = any(reason.closure_kind == "holiday" for reason in day.closures)
    return why, _("затворено: %(why)s") % {"why": why}, is_holiday


def _clock_change(day: date) -> str:
    """Say that the clock is changed on a day; empty on all others."""
    before, after = (localise(datetime.combine(one, time.min)).utcoffset() for one in (day, day + DAY))
    if before is None or after is None or before == after:
        return ""
    if after > before:
        return _("часовникът се мести с час напред")
    return _("часовникът се мести с час назад")
