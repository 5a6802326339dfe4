"""What the plugin shows on the dashboard of the admin."""

from events.panels.programme import ProgrammePanel

__all__ = ["ProgrammePanel"]
