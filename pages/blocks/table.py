"""A table whose columns have a kind."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DecimalBlock, RichTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock

from pages.blocks import table_texts

MAX_ROWS = 200
MAX_COLUMNS = 12


class LibraryTableBlock(TypedTableBlock):
    """Columns of text, numbers or formatted text; at most 200 rows and 12 columns."""

    def clean(self, value: TypedTable) -> TypedTable:
        """Refuse a table that is too large for a page."""
        cleaned = super().clean(value)
        if len(cleaned.row_data) > MAX_ROWS or len(cleaned.columns) > MAX_COLUMNS:
            raise ValidationError(
                _(
                    "Таблицата е твърде голяма: позволени са до %(rows)s реда и %(columns)s колони. "
                    "Приложете я като файл."
                ),
                params={"rows": MAX_ROWS, "columns": MAX_COLUMNS},
            )
        return cleaned

    def get_translatable_segments(self, value: TypedTable) -> list[Any]:
        """Give the translation editor the words of the table."""
        return table_texts.segments_of(value)

    def restore_translated_segments(self, value: TypedTable, segments: list[Any]) -> TypedTable:
        """Take the words back from the translation editor."""
        return table_texts.with_segments(value, segments)


def table_block() -> LibraryTableBlock:
    """Return the table with the kinds of columns editors may choose from."""
    return LibraryTableBlock(
        [
            ("text", CharBlock(label=_("Текст"), max_length=500, required=False)),
            ("number", DecimalBlock(label=_("Число"), required=False)),
            (
                "rich_text",
                RichTextBlock(
                    label=_("Оформен текст"),
                    features=["bold", "italic", "link"],
                    max_length=2000,
                    required=False,
                ),
            ),
        ],
        icon="table",
        label=_("Таблица"),
        template="pages/blocks/table.html",
    )
