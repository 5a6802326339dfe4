"""The written content: every TOML file of `content/`, merged by the name of its tables."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content"

Item = dict[str, Any]


@cache
def everything() -> dict[str, Any]:
    """Return all tables; lists of the same name in several files are one list, in the order of the files."""
    merged: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(value, list):
                merged.setdefault(name, []).extend(value)
            else:
                merged.setdefault(name, {}).update(value)
    return merged


def items(name: str) -> list[Item]:
    """Return the items of one kind, e.g. "events"."""
    found: list[Item] = everything()[name]
    return found


def table(name: str) -> dict[str, Any]:
    """Return one table, e.g. "contact"."""
    found: dict[str, Any] = everything()[name]
    return found
