"""Changes to what the public sees: one named object or function each."""

from events.actions.apply_closures import apply_closures
from events.actions.close_today import CloseToday
from events.actions.closed_dates import Choice, DecideClosedDates, Decision
from events.actions.closure_states import ConfirmClosure, ProposeClosure, WithdrawClosure, reach_events
from events.actions.delta import note_deletion
from events.actions.propose_holidays import propose_holidays
from events.actions.publish_event import PublishEvent
from events.actions.readdress_events import note_privacy, readdress_events
from events.actions.rename_word import redraw, rename_word, tell_series
from events.actions.retell import retell_all
from events.actions.roll_occurrences import roll_occurrences
from events.actions.split_event import CannotSplit, SplitEvent
from events.actions.undo_closing import UndoClosing
from events.actions.withdraw_event import WithdrawEvent

__all__ = [
    "CannotSplit",
    "Choice",
    "CloseToday",
    "ConfirmClosure",
    "DecideClosedDates",
    "Decision",
    "ProposeClosure",
    "PublishEvent",
    "SplitEvent",
    "UndoClosing",
    "WithdrawClosure",
    "WithdrawEvent",
    "apply_closures",
    "note_deletion",
    "note_privacy",
    "propose_holidays",
    "reach_events",
    "readdress_events",
    "redraw",
    "rename_word",
    "retell_all",
    "roll_occurrences",
    "tell_series",
]
