"""The form of an event page: its rows are checked against its dates."""

from collections.abc import Iterator
from typing import Any

from events.forms.changes import refuse_changes
from events.forms.rows import Row, staying_rows
from events.forms.visiting_hours import refuse_visiting
from events.forms.vocabulary import only_default_language
from events.recurrence import UnsupportedRule
from pages.page_forms import LibraryPageForm


class EventPageForm(LibraryPageForm):
    """Checks the rows of changes and of visiting hours once the dates above them are right."""

    class Media:
        js = ["events/admin/planned-dates.js", "events/admin/date-changes.js"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.fields, ["category", "series", "department", "audiences"])

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if self.instance.start_date is None:
            return True
        refused = refuse_visiting(self.instance, self._rows("visiting_hours"))
        try:
            return not (refuse_changes(self.instance.when, list(self._rows("changes"))) or refused)
        except UnsupportedRule:
            return not refused

    def _rows(self, name: str) -> Iterator[Row]:
        """The rows of a part of the form; none in a form without that part."""
        return staying_rows(self.formsets[name]) if name in self.formsets else iter(())

    def get_field_updates_for_resave(self) -> list[tuple[str, Any]]:
        """Let the open form show the dates as the rule has moved them."""
        updates = list(super().get_field_updates_for_resave())
        for name in ("start_date", "end_date"):
            value = getattr(self.instance, name)
            if name in self.fields and value and value != self.cleaned_data.get(name):
                updates.append((self.add_prefix(name), self.fields[name].widget.format_value(value)))
        return updates
