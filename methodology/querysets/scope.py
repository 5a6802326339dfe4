"""Records that belong to a municipality, and who may see them."""

from collections.abc import Collection
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from methodology.access import visible_municipalities

Record = TypeVar("Record", bound=models.Model, covariant=True)


class ScopedQuerySet(models.QuerySet[Record]):
    """Records with one or more ways to a municipality; any of them is enough."""

    municipality_lookups: ClassVar[tuple[str, ...]] = ("library__municipality",)

    def of_municipalities(self, keys: Collection[int]) -> Self:
        """Keep the records of municipalities given by their keys; no row comes twice."""
        ways = Q()
        for lookup in self.municipality_lookups:
            ways |= Q(**{f"{lookup}__in": keys})
        # A way over many rows would repeat the record; asking for its key does not.
        return self.filter(pk__in=self.model._base_manager.filter(ways).values("pk"))

    def visible_to(self, user: Any) -> Self:
        """Keep what a member of the staff may see: everything, or the records of own municipalities."""
        keys = visible_municipalities(user)
        return self if keys is None else self.of_municipalities(keys)
