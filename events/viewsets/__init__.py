"""Lists and forms of the plugin's records in the admin."""

from events.viewsets.hours import HoursGroup
from events.viewsets.words import EventsGroup

__all__ = ["EventsGroup", "HoursGroup"]
