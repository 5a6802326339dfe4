"""Events and their dates as JSON: written once on publish, joined by the API and by the feeds."""

from events.formats.records.joining import one_event, one_occurrence
from events.formats.records.schemas import (
    DateOut,
    EventDetailOut,
    EventOut,
    EventWithDatesOut,
    EventWithTextOut,
    OccurrenceOut,
)
from events.formats.records.writing import write_body, write_dates, write_event

__all__ = [
    "DateOut",
    "EventDetailOut",
    "EventOut",
    "EventWithDatesOut",
    "EventWithTextOut",
    "OccurrenceOut",
    "one_event",
    "one_occurrence",
    "write_body",
    "write_dates",
    "write_event",
]
