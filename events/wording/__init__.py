"""What people read about events and hours, in the active language; import from the modules."""

from events.wording.errors import user_error

__all__ = ["user_error"]
