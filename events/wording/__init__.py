"""What people read about events and hours, in the active language."""

from events.wording.errors import user_error

__all__ = ["user_error"]
