"""Questions about closures."""

from typing import TYPE_CHECKING, Self

from django.db import models

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
