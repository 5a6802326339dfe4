"""Columns of the department's lists."""

from datetime import date
from typing import Any

from wagtail.admin.ui.tables import Column

from pages.bulgarian.dates import short_date
from pages.navigation import active_language


class DayColumn(Column):
    """A day by its date: „преди 1 месец“ hides which one it was, and „току-що“ is said of coming days."""

    def get_value(self, instance: Any) -> Any:
        """Return the day in words; nothing without one."""
        day: date | None = super().get_value(instance)
        return "" if day is None else short_date(day, active_language())
