"""Copies of the published events in an SQLite database: thousands in seconds, with all that is stored."""

import sqlite3
import uuid
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from typing import Any

Row = dict[str, Any]
STEP = 4
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def fill_up(database: Path, wanted: int) -> None:
    """Copy the events round and round until there are so many; nobody may have the database open."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        events = rows_of(connection, "events_eventpage")
        [(path,)] = connection.execute("SELECT max(path) FROM wagtailcore_page WHERE depth = 4")
        [(next_id,)] = connection.execute("SELECT max(id) + 1 FROM wagtailcore_page")
        above, place = path[:-STEP], int(path[-STEP:], 36)
        for number, event in enumerate(islice(cycle(events), wanted - len(events))):
            copy(connection, event, next_id + number, above + in_base_36(place + 1 + number))
        connection.commit()


def copy(connection: sqlite3.Connection, event: Row, key: int, path: str) -> None:
    """Add one more event: the page, the event, what is told of it and its dates."""
    original, identity = event["page_ptr_id"], uuid.uuid4()
    [page] = rows_of(connection, "wagtailcore_page", "id", original)
    own = {"id": key, "path": path, "slug": f"{page['slug']}-{key}", "translation_key": identity.hex}
    revisions = {"live_revision_id": None, "latest_revision_id": None}
    insert(connection, "wagtailcore_page", page | own | revisions)
    insert(connection, "events_eventpage", event | {"page_ptr_id": key})
    for row in rows_of(connection, "events_eventpublication", "event_id", original):
        told = row["vevents"].replace(str(uuid.UUID(page["translation_key"])), str(identity))
        insert(connection, "events_eventpublication", row | {"id": None, "event_id": key, "vevents": told})
    for row in rows_of(connection, "events_eventoccurrence", "event_id", original):
        fresh = {"id": None, "event_id": key, "uuid": uuid.uuid4().hex}
        insert(connection, "events_eventoccurrence", row | fresh)


def rows_of(connection: sqlite3.Connection, table: str, column: str = "1", value: object = 1) -> list[Row]:
    """Return the rows of a table with a value in a column; without these, all."""
    found = connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", [value])  # noqa: S608 - our own names
    return [dict(row) for row in found]


def insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Add a row to a table."""
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608


def in_base_36(number: int) -> str:
    """Return a step of a path in the tree of pages."""
    written = ""
    for _ in range(STEP):
        number, digit = divmod(number, 36)
        written = DIGITS[digit] + written
    return written
