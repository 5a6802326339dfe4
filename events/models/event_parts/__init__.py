"""The parts an event page is composed of: when, where, for whom."""

from events.models.event_parts.details import EventDetails
from events.models.event_parts.when import EventDates
from events.models.event_parts.where import EventPlace

__all__ = ["EventDates", "EventDetails", "EventPlace"]
