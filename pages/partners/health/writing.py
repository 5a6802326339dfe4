"""The sums of several processes, added up by the database itself."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection

from pages.models import FetchDay
from pages.partners.health.seen import Seen

if TYPE_CHECKING:
    from pages.partners.health.counting import Sum

COLUMNS = (
    *("day", "host", "form", "version", "partner"),
    *("requests", "unchanged", "errors", "last_error", "last_at"),
)
# Both SQLite and PostgreSQL know this statement; Django's own upsert can replace, but not add.
STATEMENT = """
INSERT INTO {table} ({columns}) VALUES {rows}
ON CONFLICT (day, host, form, version, partner) DO UPDATE SET
  requests = {table}.requests + excluded.requests,
  unchanged = {table}.unchanged + excluded.unchanged,
  errors = {table}.errors + excluded.errors,
  last_error = CASE WHEN excluded.errors > 0 THEN excluded.last_error ELSE {table}.last_error END,
  last_at = excluded.last_at
"""


def add_up(day: date, sums: "Mapping[tuple[Seen, str], Sum]") -> None:
    """Add sums to those of a day; one statement, none without sums."""
    if not sums:
        return
    fields = {field.name: field for field in FetchDay._meta.concrete_fields}
    rows = [
        (day, *what, partner, one.requests, one.unchanged, one.errors, one.last_error, one.last_at)
        for (what, partner), one in sums.items()
    ]
    values = [
        fields[name].get_db_prep_save(value, connection)
        for row in rows
        for name, value in zip(COLUMNS, row, strict=True)
    ]
    one_row = f"({', '.join(['%s'] * len(COLUMNS))})"
    statement = STATEMENT.format(
        table=connection.ops.quote_name(FetchDay._meta.db_table),
        columns=", ".join(COLUMNS),
        rows=", ".join([one_row] * len(rows)),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
