"""Versions by which caches, feeds and conditional requests know that content has changed."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone


class Version(NamedTuple):
    """The state of one kind of content: a growing number and the time of the last change (aware, UTC)."""

    number: int
    changed_at: datetime


# How long a process may believe what it has read (seconds).
WATCH_SECONDS = 1.0
_watched: tuple[float, Mapping[str, Version]] | None = None

NEVER = Version(0, datetime(1970, 1, 1, tzinfo=UTC))


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
        from pages.models import ContentVersion

        rows = ContentVersion.objects.values_list("name", "number", "changed_at")
        _watched = (now, {name: Version(number, changed_at) for name, number, changed_at in rows})
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
    from pages.models import ContentVersion

    if not names:
        return {}
    rows = ContentVersion.objects.filter(name__in=names).values_list("name", "number", "changed_at")
    found = {name: Version(number, changed_at) for name, number, changed_at in rows}
    return {name: found.get(name, NEVER) for name in names}


def current(name: str) -> Version:
    """Return the version of a kind of content; number 0 when it has never changed. One query."""
    from pages.models import ContentVersion

    row = ContentVersion.objects.filter(name=name).values_list("number", "changed_at").first()
    return Version(*row) if row else NEVER
