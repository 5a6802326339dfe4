"""Counters in memory, written down together every few seconds."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Lock

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from pages.models import FetchDay
from pages.partners.health.seen import Seen, is_watched, seen
from pages.partners.health.writing import add_up

log = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponseBase]
# Whoever invents hosts fills no more than so many rows at a time; the rest is one.
MOST_ROWS = 200
OTHERS = Seen("(other)", "other", "")


@dataclass(slots=True)
class Sum:
    """What was counted of one site, one form and one version since the last writing."""

    requests: int = 0
    unchanged: int = 0
    errors: int = 0
    last_error: int = 0
    last_at: datetime | None = None


Key = tuple[Seen, str]


class Counters:
    """Sums of this process."""

    def __init__(self) -> None:
        self._sums: dict[Key, Sum] = {}
        self._lock = Lock()
        self._written_at = time.monotonic()
        self._kept_until: date | None = None

    def count(self, what: Seen, partner: str, status: int) -> None:
        """Count one answer."""
        with self._lock:
            key = (what, partner)
            if key not in self._sums and len(self._sums) >= MOST_ROWS:
                key = (OTHERS, "")
            found = self._sums.setdefault(key, Sum())
            found.requests += 1
            found.unchanged += status == 304
            found.last_at = timezone.now()
            if status >= 400:
                found.errors += 1
                found.last_error = status

    def is_due(self) -> bool:
        """Whether it is time to write the sums down."""
        return time.monotonic() - self._written_at >= settings.LIBRARY_HEALTH_SECONDS

    def write(self) -> None:
        """Add the sums to those of the day, in one statement; what cannot be written is counted on."""
        with self._lock:
            taken, self._sums = self._sums, {}
            self._written_at = time.monotonic()
        today = timezone.localdate()
        try:
            add_up(today, taken)
            if self._kept_until != today:
                oldest = today - timedelta(days=settings.LIBRARY_HEALTH_DAYS)
                FetchDay.objects.filter(day__lt=oldest).delete()
                self._kept_until = today
        except DatabaseError:
            log.warning("The counts of partners' requests could not be written.", exc_info=True)


counters = Counters()


class HealthMiddleware:
    """Counts what other sites fetch, also what is answered from memory; stands before everything else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if is_watched(request.path_info):
            counters.count(seen(request), getattr(request, "library_partner", ""), response.status_code)
            if counters.is_due():
                counters.write()
        return response
