"""Listings as spreadsheets: codes stay text, and no cell can be taken for a formula."""

from typing import Any

from wagtail.snippets.views.snippets import IndexView

# What spreadsheets take for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class ExportIndexView(IndexView):
    """A listing whose export keeps texts as they are in XLSX, behind an apostrophe in CSV where needed."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return the value of a cell."""
        value = super().preprocess_field_value(field, value, export_format)
        risky = isinstance(value, str) and value.startswith(FORMULA_STARTS)
        return f"'{value}" if risky and export_format == self.FORMAT_CSV else value
