"""Questions about closures."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from events.models import Closure  # noqa: F401 - named in a string below


class ClosureQuerySet(models.QuerySet["Closure"]):
    """Closures by state, scope and time."""

    def confirmed(self) -> Self:
        """Those that close."""
        return self.filter(state="confirmed")

    def proposed(self) -> Self:
        """Those that wait for an editor."""
        return self.filter(state="proposed")

    def overlapping(self, first: date, last: date) -> Self:
        """Those that may close a day from `first` to `last`, both included."""
        one_day = Q(end_date=None, recurrence="", start_date__gte=first)
        return self.filter(
            Q(end_date__gte=first) | (Q(end_date=None) & ~Q(recurrence="")) | one_day, start_date__lte=last
        )

    def for_departments(self, slugs: Iterable[str]) -> Self:
        """Those of the whole library and of the departments."""
        return self.filter(Q(departments=None) | Q(departments__slug__in=list(slugs))).distinct()
