"""Stored texts of JSON objects put together, without reading them."""

from collections.abc import Iterable


def one_occurrence(date: str, event: str, body: str = "") -> str:
    """Return a date with its event."""
    return with_member(date, "event", with_text(event, body))


def one_event(event: str, dates: Iterable[str], body: str = "") -> str:
    """Return an event with some of its dates."""
    return with_member(with_text(event, body), "occurrences", as_list(dates))


def with_text(event: str, body: str) -> str:
    """Return an event with its text, when there is one to give."""
    return with_member(event, "body", body) if body else event


def as_list(items: Iterable[str]) -> str:
    """Return a JSON array of stored texts."""
    return f"[{','.join(items)}]"


def with_member(record: str, name: str, value: str) -> str:
    """Return an object, which has members already, with one more; both texts are JSON."""
    return f'{record[:-1]},"{name}":{value}}}'
