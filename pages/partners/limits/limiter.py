"""Counting requests by the minute, in memory first: only whoever asks much costs a shared count.

Each process counts by itself and adds to the shared count in portions of a tenth of the limit. So an
ordinary reader costs nothing, and several processes together let through a tenth more at most each.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from django.core.cache import cache, caches
from django.core.cache.backends.redis import RedisCache
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.api.problems import Problem
from pages.models import RateCount
from pages.partners.limits.callers import Caller, caller_of
from pages.visitors.limiter import forget_expired

MINUTE = 60
PORTIONS = 10
MOST_CALLERS = 10_000

SharedCount = Callable[[str, int, int], int]


@dataclass(slots=True)
class _Count:
    """What one process knows of a caller in a minute."""

    shared: int = 0
    own: int = 0


class Limiter:
    """Counts of one minute."""

    def __init__(self) -> None:
        self._minute = 0
        self._counts: dict[str, _Count] = {}
        self._lock = Lock()

    def allows(self, caller: Caller, now: float, add: SharedCount) -> bool:
        """Count one request; False when the caller has had all of this minute."""
        minute = int(now // MINUTE)
        with self._lock:
            if minute != self._minute or len(self._counts) >= MOST_CALLERS:
                self._minute, self._counts = minute, {}
            count = self._counts.setdefault(caller.key, _Count())
            if count.shared + count.own >= caller.per_minute:
                return False
            count.own += 1
            portion = max(1, caller.per_minute // PORTIONS)
            if count.own < portion:
                return True
            number, count.own = count.own, 0
        count.shared = add(caller.key, minute, number)
        return count.shared <= caller.per_minute


limiter = Limiter()


def refuse_flood(request: HttpRequest) -> None:
    """Raise the 429 problem when a caller asks too often; no query for whoever asks little."""
    caller = caller_of(request)
    request.library_partner = caller.partner  # type: ignore[attr-defined]
    if caller.per_minute and not limiter.allows(caller, time.time(), shared_count()):
        wait = MINUTE - int(time.time()) % MINUTE
        message = _("Твърде много заявки: до %(most)s в минута. Опитайте пак след %(seconds)s секунди.")
        detail = message % {"most": caller.per_minute, "seconds": wait}
        raise Problem(429, "too-many-requests", detail, headers={"Retry-After": str(wait)})


def shared_count() -> SharedCount:
    """Where processes count together: in Redis where there is one, else in a row."""
    return _in_redis if isinstance(caches["default"], RedisCache) else _in_a_row


def _in_redis(caller: str, minute: int, number: int) -> int:
    key = f"requests:{caller}:{minute}"
    cache.add(key, 0, 2 * MINUTE)
    return cache.incr(key, number)


def _in_a_row(caller: str, minute: int, number: int) -> int:
    key = hashlib.sha256(f"requests:{caller}:{minute}".encode()).hexdigest()
    rows = RateCount.objects.filter(key=key)
    if not rows.update(number=F("number") + number):
        resets_at = datetime.fromtimestamp((minute + 1) * MINUTE, tz=UTC)
        fresh = RateCount(key=key, number=0, resets_at=resets_at)
        # Another process may have begun the same count in between.
        RateCount.objects.bulk_create([fresh], ignore_conflicts=True)
        rows.update(number=F("number") + number)
        forget_expired()
    return rows.values_list("number", flat=True).first() or number
