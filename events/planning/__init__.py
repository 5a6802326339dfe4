"""When an event takes place, in plain Python: from its dates, rule and changes to single occurrences."""

from events.planning.changes import Change, ChangeKind
from events.planning.plan import HORIZON, LOOK_BACK, Planned, planned, window
from events.planning.when import Kind, When

__all__ = ["HORIZON", "LOOK_BACK", "Change", "ChangeKind", "Kind", "Planned", "When", "planned", "window"]
