"""The dates in a form that nobody has saved yet: the fields of the page form, without the page."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import fields_for_model
from django.utils import timezone
from wagtail.models import Locale

from events.forms.changes import refuse_changes
from events.models import EventPage, OccurrenceChange
from events.models.changes import MAX_CHANGES
from events.planning import Change, ChangeKind
from events.planning.changes import Changes

DATE_FIELDS = (
    *("start_date", "start_time", "end_date", "end_time", "recurrence", "opening_start"),
    *("department", "status", "status_reason", "closure_policy"),
)
# Beyond so many rows only saving looks for clashes: it may take its time.
CHECKED_CHANGES = 40

Errors = dict[str, list[str]]

CHANGE_FIELDS = (
    *("kind", "recurrence_id", "reason", "new_start", "new_end", "location", "note", "despite_closure"),
)


class ChangeForm(forms.ModelForm[OccurrenceChange]):
    """A row of changes without its event."""

    class Meta:
        model = OccurrenceChange
        fields = CHANGE_FIELDS


ChangeRows: Any = forms.formset_factory(
    ChangeForm, extra=0, max_num=MAX_CHANGES, absolute_max=MAX_CHANGES, can_delete=True
)


class PlannedDatesForm(forms.Form):
    """Reads what the page form would read about dates, with the same checks, and makes an unsaved event."""

    def __init__(self, data: Any, locale: Locale) -> None:
        super().__init__(data)
        self.fields.update(fields_for_model(EventPage, fields=DATE_FIELDS))
        for name in ("status", "closure_policy"):
            self.fields[name].required = False
        self.rows = ChangeRows(data, prefix="changes") if "changes-TOTAL_FORMS" in data else None
        self.event = EventPage(locale=locale)
        self.entered: dict[str, Change] = {}

    def clean(self) -> dict[str, Any]:
        """Fit the start to the rule as saving would, and check each change against the dates."""
        values = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        for name, value in values.items():
            setattr(self.event, name, value)
        if self.errors:
            return self.cleaned_data
        try:
            self.event.check_dates()
        except ValidationError as problems:
            for name, errors in problems.error_dict.items():
                self.add_error(name if name in self.fields else None, errors)
            return self.cleaned_data
        self._read_changes()
        return self.cleaned_data

    def _read_changes(self) -> None:
        rows = list(self._staying_rows())
        valid = [row for row in rows if row.is_valid()]
        # A date that has passed may have been one of a rule that has been changed since.
        now = timezone.now()
        living = [row for row in valid if not _is_past(row.instance, now)]
        refuse_changes(self.event.when, living[:CHECKED_CHANGES])
        # Rows that clash are shown all the same: the editor sees where they clash.
        self.event.changes.set([row.instance for row in valid])
        for row in valid:
            change = row.instance.as_change()
            if change:
                self.entered[row.prefix] = change

    def _staying_rows(self) -> Iterator[Any]:
        if self.rows is None or not self.rows.management_form.is_valid():
            return
        for row in self.rows.forms:
            row.empty_permitted = False
            row.is_valid()
            if not row.cleaned_data.get("DELETE"):
                yield row

    def row_errors(self) -> Errors:
        """Errors of the rows of changes by the name of the field; what is not filled in yet is no error."""
        return {
            f"{row.prefix}-{name}": texts
            for row in self._staying_rows()
            for name, texts in _told(row).items()
            if name != "__all__"
        }

    def field_errors(self) -> Errors:
        """Errors of the dates and the rule by field, without those of empty fields."""
        return _told(self)

    def row_of(self, original: Any) -> str:
        """The prefix of the row that changes or adds the date of a wall-clock start; empty when none does."""
        extra = {one.new_start: name for name, one in self.entered.items() if one.kind is ChangeKind.EXTRA}
        found = Changes(self.entered.values()).of(original, alone=True)
        if found is None:
            return extra.get(original, "")
        return next(name for name, one in self.entered.items() if one is found)


def _told(form: Any) -> Errors:
    told = {}
    for name, errors in form.errors.as_data().items():
        texts = [text for error in errors if error.code != "required" for text in error.messages]
        if texts:
            told[name] = texts
    return told


def _is_past(change: OccurrenceChange, now: Any) -> bool:
    return bool(change.recurrence_id and change.recurrence_id < now and not change.new_start)
