"""A model field for recurrence rules: text in the database, selects and checkboxes in the form."""

from typing import Any

from django.db import models


class RecurrenceField(models.CharField[str, str]):
    """The canonical text of a rule of the portable profile; blank when nothing repeats."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """The form field that speaks in words instead of RRULE."""
        from events.forms.recurrence import RecurrenceFormField

        kwargs.pop("widget", None)
        return RecurrenceFormField(required=not self.blank, label=self.verbose_name, help_text=self.help_text)
