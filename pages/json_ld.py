"""Structured data for search engines: JSON-LD that is safe inside a page. Plain Python."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

CONTEXT = "https://schema.org"
# Inside a script element only these could end it or begin a comment; JSON reads them back.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(data: Mapping[str, Any]) -> str:
    """Return schema.org data as the text of a `<script type="application/ld+json">`.

    Empty values (None, "", [], {}) are left out; dates and times are written by ISO 8601. The policy of the
    site needs no exception for it: browsers do not run a script of this type.
    """
    full = {"@context": CONTEXT, **(_cleaned(data) or {})}
    return json.dumps(full, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def _cleaned(value: Any) -> Any:
    if isinstance(value, Mapping):
        kept = {key: cleaned for key, one in value.items() if not _empty(cleaned := _cleaned(one))}
        # A thing of which only the type is known says nothing.
        return kept if kept.keys() - {"@type"} else {}
    if isinstance(value, list | tuple):
        return [cleaned for one in value if not _empty(cleaned := _cleaned(one))]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value if isinstance(value, bool | int | float) or value is None else str(value)


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
