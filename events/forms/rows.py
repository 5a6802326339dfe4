"""Rows of an inline panel as a form sees them: those that stay, with errors at their fields."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet, ModelForm

if TYPE_CHECKING:
    Row = ModelForm[Any]
    Rows = BaseInlineFormSet[Any, Any, Row]
else:
    Row, Rows = ModelForm, BaseInlineFormSet


def staying_rows(formset: Rows) -> Iterator[Row]:
    """Valid rows that are filled in and not marked for deletion."""
    for row in formset.forms:
        if not row.is_valid() or row in formset.deleted_forms:
            continue
        if row.has_changed() or row.instance.pk:
            yield row


def refuse(row: Row, field: str, error: ValidationError) -> None:
    """Put an error at a field of a row unless the field has one already."""
    if field not in row.errors:
        row.add_error(field if field in row.fields else None, error)
