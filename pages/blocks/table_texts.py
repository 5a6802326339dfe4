"""The texts of a table, one by one, for the translation editor; numbers stay as they are."""

from collections.abc import Callable
from functools import partial
from typing import Any

from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.rich_text import RichText
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.ingest import organise_template_segments
from wagtail_localize.strings import extract_strings, restore_strings

Segments = list[Any]


def segments_of(table: TypedTable) -> Segments:
    """Return the caption, the headings and the cells with words; a path names the place of each."""
    found: Segments = [StringSegmentValue("caption", table.caption)] if table.caption else []
    for column, said in enumerate(table.columns):
        found.append(StringSegmentValue(f"heading-{column}", said["heading"]))
        for row, cells in enumerate(table.row_data):
            found += _of_cell(said["block"], cells["values"][column], f"cell-{row}-{column}")
    return found


def with_segments(table: TypedTable, segments: Segments) -> TypedTable:
    """Return the table with its texts replaced by the given ones."""
    by_place: dict[str, Segments] = {}
    for segment in segments:
        place, rest = segment.unwrap()
        by_place.setdefault(place, []).append(rest)

    def text(place: str, otherwise: str) -> str:
        return by_place[place][0].render_text() if place in by_place else otherwise

    columns = [
        {**said, "heading": text(f"heading-{column}", said["heading"])}
        for column, said in enumerate(table.columns)
    ]
    rows = [
        {**cells, "values": _cells(table, cells["values"], partial(_at, by_place, row))}
        for row, cells in enumerate(table.row_data)
    ]
    return TypedTable(columns=columns, row_data=rows, caption=text("caption", table.caption))


def _at(by_place: dict[str, Segments], row: int, column: int) -> Segments | None:
    return by_place.get(f"cell-{row}-{column}")


def _cells(table: TypedTable, values: list[Any], at: Callable[[int], Segments | None]) -> list[Any]:
    return [
        _restored(said["block"], found) if (found := at(column)) else values[column]
        for column, said in enumerate(table.columns)
    ]


def _of_cell(block: Any, value: Any, place: str) -> Segments:
    if not value:
        return []
    if isinstance(block, RichTextBlock):
        template, strings = extract_strings(value.source)
        texts = [StringSegmentValue("", string, attrs=attrs) for string, attrs in strings]
        return [one.wrap(place) for one in (TemplateSegmentValue("", "html", template, len(strings)), *texts)]
    return [StringSegmentValue(place, value)] if isinstance(block, CharBlock) else []


def _restored(block: Any, segments: Segments) -> Any:
    if not isinstance(block, RichTextBlock):
        return segments[0].render_text()
    _, template, strings = organise_template_segments(segments)
    return RichText(restore_strings(template, strings))
