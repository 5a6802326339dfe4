"""A warning when the index of the search was made by an older stemmer than the one that reads it."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning
from django.db import DatabaseError

from pages import versions
from pages.bulgarian.stemming import VERSION

INDEX = "search-index"


def check_index(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Compare the stemmer's version with that of the last `update_index`; an empty index is no fault."""
    if not databases:
        return []
    try:
        stale = _is_stale()
    except DatabaseError:
        # Before the first migration there is nothing to check.
        return []
    if not stale:
        return []
    hint = "Run `manage.py update_index`; until then a search misses pages."
    return [CheckWarning("The search index was made by an older stemmer.", hint=hint, id="pages.W001")]


def note_empty_index(**kwargs: Any) -> None:
    """Write down after migrations that an index which is still empty will be made by this stemmer."""
    if versions.current(INDEX).number < VERSION and not _is_filled():
        versions.record(INDEX, VERSION)


def _is_stale() -> bool:
    return versions.current(INDEX).number < VERSION and _is_filled()


def _is_filled() -> bool:
    from modelsearch.conf import get_app_config

    return get_app_config().get_model("IndexEntry").objects.exists()
