"""Opening hours of the library and its departments, in plain Python: `resolve` and its relatives."""

from events.hours.days import Day, Reason, ReasonKind
from events.hours.errors import HoursError
from events.hours.intervals import MAX_INTERVALS, Interval, validate_intervals
from events.hours.lost import WHOLE_DAY, lost_hours
from events.hours.osm import write_opening_hours
from events.hours.public_holidays import ProposedHoliday, proposed_holidays
from events.hours.resolution import MAX_SPAN, closed_dates, resolve, season_order, span
from events.hours.schedule import ClosureRule, DateException, Schedule, Season, Week
from events.hours.services import Service
from events.hours.spoken import read_intervals, write_intervals
from events.hours.states import LOOK_AHEAD, State, next_change, periods, state_at
from events.hours.words import CLOSURE_KINDS
from events.hours.working import is_working_day, working_day_after

__all__ = [
    "CLOSURE_KINDS",
    "LOOK_AHEAD",
    "MAX_INTERVALS",
    "MAX_SPAN",
    "WHOLE_DAY",
    "ClosureRule",
    "DateException",
    "Day",
    "HoursError",
    "Interval",
    "ProposedHoliday",
    "Reason",
    "ReasonKind",
    "Schedule",
    "Season",
    "Service",
    "State",
    "Week",
    "closed_dates",
    "is_working_day",
    "lost_hours",
    "next_change",
    "periods",
    "proposed_holidays",
    "read_intervals",
    "resolve",
    "season_order",
    "span",
    "state_at",
    "validate_intervals",
    "working_day_after",
    "write_intervals",
    "write_opening_hours",
]
