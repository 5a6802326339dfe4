"""A model field for recurrence rules: text in the database, selects and checkboxes in the form."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.text import capfirst

if TYPE_CHECKING:
    CharField = models.CharField[str, str]
else:
    CharField = models.CharField


class RecurrenceField(CharField):
    """The canonical text of a rule of the portable profile; blank when nothing repeats."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """The form field that speaks in words instead of RRULE."""
        from events.forms.recurrence import RecurrenceFormField

        label = capfirst(self.verbose_name)
        return RecurrenceFormField(required=not self.blank, label=label, help_text=self.help_text)
