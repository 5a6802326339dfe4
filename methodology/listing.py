"""What the methodology index shows: a bounded page of materials in groups, and what it can be narrowed to."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import QueryDict

if TYPE_CHECKING:
    from methodology.models import MaterialPage
    from methodology.querysets import MaterialQuerySet

PER_PAGE = 40
# A slug is at most this long; anything longer in the address cannot be one.
MAX_SLUG = 100


@dataclass(frozen=True)
class Selection:
    """The filters chosen in the address: slugs, empty when not narrowed."""

    category: str = ""
    audience: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Selection":
        """Read the filters; NUL and overlong values become ones that match nothing."""
        return cls(*(_slug(query.get(name, "")) for name in ("category", "audience")))

    def narrow(self, materials: "MaterialQuerySet") -> "MaterialQuerySet":
        """Return the materials of the chosen category and audience."""
        if self.category:
            materials = materials.in_category(self.category)
        if self.audience:
            materials = materials.for_audience(self.audience)
        return materials

    def query(self, **changes: str) -> str:
        """Return the query string of this selection with some filters changed; empty for no filter."""
        chosen = {"category": self.category, "audience": self.audience} | changes
        return urlencode({name: value for name, value in chosen.items() if value})


@dataclass(frozen=True)
class Choice:
    """One link of a filter."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Group:
    """The materials of one category."""

    slug: str
    name: str
    materials: "list[MaterialPage]"


def choices(names: dict[str, str], field: str, selection: Selection, everything: str) -> list[Choice]:
    """Return the links of a filter, the one that takes it off first."""
    options = {"": everything, **names}
    chosen = getattr(selection, field)
    return [
        Choice(label, "?" + selection.query(**{field: slug}), slug == chosen)
        for slug, label in options.items()
    ]


def page_of(materials: "MaterialQuerySet", number: str) -> "PaginatorPage[Any]":
    """Return the asked page of the materials, the nearest one for a number that does not exist."""
    return Paginator(materials, PER_PAGE).get_page(number)


def group(materials: "Iterable[MaterialPage]", names: dict[str, str]) -> list[Group]:
    """Group materials that come ordered by category."""
    return [
        Group(slug, names.get(slug, slug), list(members))
        for slug, members in groupby(materials, key=lambda material: material.category.slug)
    ]


def _slug(value: str) -> str:
    return "-" if "\0" in value or len(value) > MAX_SLUG else value
