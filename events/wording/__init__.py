"""What people read about events and hours, in the active language; import from the modules."""

from events.wording.errors import user_error, user_text

__all__ = ["user_error", "user_text"]
