"""The public holidays of a year beside the closures that stand for them already."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Locale, ModelLogEntry

from events.hours import ProposedHoliday, closed_dates, proposed_holidays
from events.models import Closure, EventOccurrence
from events.recurrence import UserError
from events.wording.moments import day_heading

MOST_EVENTS = 400
# What the log calls a decision about a holiday, and a closure put back for one.
DECIDED, PUT_BACK = "events.holiday.decide", "events.closure.propose"


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A holiday, the closure made for it if there is one, and what else there is on the day.

    It is put off when somebody has looked at the proposal and decided to decide later.
    """

    holiday: ProposedHoliday
    closure: Closure | None
    is_put_off: bool = False
    also: tuple[str, ...] = ()
    events: tuple[EventOccurrence, ...] = ()

    @property
    def day(self) -> date:
        """The day it closes, or would close."""
        return self.closure.start_date if self.closure else self.holiday.day

    @property
    def heading(self) -> str:
        """The day of the law with its weekday."""
        return day_heading(self.holiday.day)


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """The lines of the law, those of the state administration, and the days added by hand."""

    lines: list[HolidayLine] = field(default_factory=list)
    administration: list[HolidayLine] = field(default_factory=list)
    by_hand: list[Closure] = field(default_factory=list)


def holiday_year(year: int) -> HolidayYear:
    """Everything the screen of a year shows, in five queries; HoursError outside 1990–2100."""
    proposed = proposed_holidays(year)
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = list(
        Closure.objects.filter(
            Q(holiday_date__year=year) | Q(start_date__year=year), kind=Closure.Kind.HOLIDAY, recurrence=""
        ).order_by("pk")
    )
    known = _by_holiday(rows)
    also, events = _other_reasons(first, last), _events([one.day for one in proposed])
    put_off = _put_off(rows)
    lines = [
        HolidayLine(
            one,
            closure := known.get(one.day),
            closure in put_off,
            tuple(also[one.day]),
            tuple(events[one.day]),
        )
        for one in proposed
    ]
    matched = {line.closure.pk for line in lines if line.closure}
    return HolidayYear(
        [line for line in lines if not line.holiday.administration_only],
        [line for line in lines if line.holiday.administration_only],
        [row for row in rows if row.pk not in matched],
    )


def _by_holiday(rows: list[Closure]) -> dict[date, Closure]:
    known = {row.start_date: row for row in reversed(rows) if row.holiday_date is None}
    return known | {row.holiday_date: row for row in rows if row.holiday_date}


def _put_off(rows: list[Closure]) -> list[Closure]:
    """The proposals that a person has left for later, as the log knows."""
    kind = ContentType.objects.get_for_model(Closure)
    entries = ModelLogEntry.objects.filter(content_type=kind, action__in=(DECIDED, PUT_BACK))
    keys = [str(row.pk) for row in rows if row.state == Closure.State.PROPOSED]
    seen = set(entries.filter(object_id__in=keys).order_by().values_list("object_id", flat=True))
    return [row for row in rows if str(row.pk) in seen]


def _other_reasons(first: date, last: date) -> dict[date, list[str]]:
    """The dates of other recurring closures of the whole library: one day, two reasons."""
    found: dict[date, list[str]] = defaultdict(list)
    rows = Closure.objects.confirmed().exclude(kind=Closure.Kind.HOLIDAY).filter(departments=None)
    for row in rows:
        try:
            days = list(closed_dates(row.as_rule(), first, last))
        except UserError:
            continue
        for day in days:
            found[day].append(row.rule_sentence or row.reason_in("bg") or _("затваряне"))
    return found


def _events(days: list[date]) -> dict[date, list[EventOccurrence]]:
    language = Locale.get_default().language_code
    rows = EventOccurrence.objects.public().in_language(language).with_event().not_cancelled()
    found: dict[date, list[EventOccurrence]] = defaultdict(list)
    for row in rows.filter(first_day__in=days).order_by("start", "pk")[:MOST_EVENTS]:
        found[row.first_day].append(row)
    return found
