"""Calendars from elsewhere, in plain Python: from bytes or an address to candidates for events."""

from events.imports.candidates import Candidate
from events.imports.problems import ImportProblem
from events.imports.reading import Reading, Refused, read_calendar
from events.imports.sources import Loaded, fetch, open_file

__all__ = [
    "Candidate",
    "ImportProblem",
    "Loaded",
    "Reading",
    "Refused",
    "fetch",
    "open_file",
    "read_calendar",
]
