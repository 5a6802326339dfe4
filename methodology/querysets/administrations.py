"""The questions asked about municipal administrations."""

from typing import TYPE_CHECKING, Self

from methodology.querysets.scope import ScopedQuerySet

if TYPE_CHECKING:
    from methodology.models import Administration  # noqa: F401 - named in the base below


class AdministrationQuerySet(ScopedQuerySet["Administration"]):
    """The administrations of the municipalities."""

    municipality_lookups = ("municipality",)

    def in_municipality(self, *slugs: str) -> Self:
        """Keep the administrations of these municipalities."""
        return self.filter(municipality__slug__in=slugs)

    def with_place(self) -> Self:
        """Fetch the municipality in the same query."""
        return self.select_related("municipality")
