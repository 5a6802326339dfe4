"""Versions by which caches, feeds and conditional requests know that content has changed."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone


class Version(NamedTuple):
    """The state of one kind of content: a growing number and the time of the last change (aware, UTC)."""

    number: int
    changed_at: datetime


# How long a process may believe what it has read (seconds).
WATCH_SECONDS = 1.0
_watched: tuple[float, Mapping[str, Version]] | None = None

NEVER = Version(0, datetime(1970, 1, 1, tzinfo=UTC))

# Written out: this question stands before every answer, and the ORM takes longer over it than the database.
_ALL = "SELECT name, number, changed_at FROM pages_contentversion"


def bump(name: str) -> int:
    """Raise the version of a kind of content and return its new number."""
    from pages.models import ContentVersion

    now = timezone.now()
    rows = ContentVersion.objects.filter(name=name)
    if not rows.update(number=F("number") + 1, changed_at=now):
        ContentVersion.objects.get_or_create(name=name, defaults={"number": 1, "changed_at": now})
    forget()
    # Another thread may have read the old state meanwhile.
    transaction.on_commit(forget)
    return rows.values_list("number", flat=True)[0]


def watched() -> Mapping[str, Version]:
    """Return the versions of all kinds of content, read at most once a second; they may be as old as that."""
    global _watched
    now = time.time()
    if _watched is None or not 0 <= now - _watched[0] < WATCH_SECONDS:
        _watched = (now, _read())
    return _watched[1]


def forget() -> None:
    """Read the versions anew at the next question."""
    global _watched
    _watched = None


def record(name: str, number: int) -> None:
    """Set a version to a number that something else than changes gives it: that of a program, say."""
    from pages.models import ContentVersion

    values = {"number": number, "changed_at": timezone.now()}
    ContentVersion.objects.update_or_create(name=name, defaults=values)


def all_current(*names: str) -> dict[str, Version]:
    """Return the versions of several kinds of content, by name. One query; none without names."""
    if not names:
        return {}
    found = _read()
    return {name: found.get(name, NEVER) for name in names}


def note(request: HttpRequest, found: Mapping[str, Version]) -> None:
    """Remember by which versions a request is answered."""
    request._versions = found  # type: ignore[attr-defined]


def of(request: HttpRequest) -> Mapping[str, Version] | None:
    """Return the versions that a request is answered by; None when nobody has read any for it."""
    found: Mapping[str, Version] | None = getattr(request, "_versions", None)
    return found


def _read() -> dict[str, Version]:
    with connection.cursor() as cursor:
        cursor.execute(_ALL)
        return {name: Version(number, _aware(moment)) for name, number, moment in cursor.fetchall()}


def _aware(moment: datetime) -> datetime:
    # SQLite knows of no zones; Django writes UTC.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def current(name: str) -> Version:
    """Return the version of a kind of content; number 0 when it has never changed. One query."""
    from pages.models import ContentVersion

    row = ContentVersion.objects.filter(name=name).values_list("number", "changed_at").first()
    return Version(*row) if row else NEVER
