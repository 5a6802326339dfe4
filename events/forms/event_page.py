"""The form of an event page: its rows are checked against its dates."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _

from events.forms.changes import lost_changes, refuse_changes
from events.forms.rows import Row, staying_rows
from events.forms.visiting_hours import refuse_visiting
from events.forms.vocabulary import only_default_language
from events.recurrence import UnsupportedRule
from pages.page_forms import LibraryPageForm

# What the form sends when the editor has seen which changes go away with their dates.
DROP = "drop-changes"
LOST = _(
    "По новото повторение няма някои от датите, които сте отменили, преместили или допълнили. Те са изброени "
    "под „Следващи дати“. Отбележете, че промените им да отпаднат, или върнете повторението. "
    "Още нищо не е записано."
)


class EventPageForm(LibraryPageForm):
    """Checks the rows of changes and of visiting hours once the dates above them are right."""

    # Rows of changes whose dates the edited event does not have any more.
    lost: list[Row] = []

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
            return not (self._changes_are_wrong() or refused)
        except UnsupportedRule:
            return not refused

    def _changes_are_wrong(self) -> bool:
        """Check the changes of single dates; those whose dates went away are listed to be confirmed."""
        when, rows = self.instance.when, list(self._rows("changes"))
        self.lost = lost_changes(when, rows)
        if self.lost and DROP in self.data:
            self._drop(self.lost)
            rows, self.lost = [row for row in rows if row not in self.lost], []
        elif self.lost:
            self.add_error(None, ValidationError(LOST, code="lost"))
        return refuse_changes(when, rows)

    def _drop(self, rows: list[Row]) -> None:
        """Delete rows as if the editor had pressed „изтрий“ at each."""
        formset = self.formsets["changes"]
        for row in rows:
            row.cleaned_data[DELETION_FIELD_NAME] = True
        formset.__dict__.pop("_deleted_form_indexes", None)

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
