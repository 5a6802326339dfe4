"""The editions of a material: what it replaces, what replaces it, and so on in both directions."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps

if TYPE_CHECKING:
    from methodology.models import MaterialPage

# Longer chains of editions than this are not walked.
MAX_EDITIONS = 100
MAX_LINKS = 5_000

Links = set[tuple[UUID, UUID]]


def editions_of(page: "MaterialPage") -> "list[MaterialPage]":
    """Return the published editions, newest first, each in the page's language where it has it.

    One query for the links between materials, and one for the pages where there is more than one edition.
    """
    materials = apps.get_model("methodology.MaterialPage").objects.live()
    links = materials.exclude(replaces=None).values_list("translation_key", "replaces__translation_key")
    known = set(links.order_by("-pk")[:MAX_LINKS])
    if page.replaces:
        # A draft is not among the published yet.
        known.add((page.translation_key, page.replaces.translation_key))
    family = family_of(page.translation_key, known)
    if len(family) == 1:
        return []
    found = materials.public().filter(translation_key__in=family).select_related("replaces")
    by_key: dict[UUID, MaterialPage] = {}
    for one in found.newest_first():
        one.replaces_key = one.replaces.translation_key if one.replaces else None
        if one.translation_key not in by_key or one.locale_id == page.locale_id:
            by_key[one.translation_key] = one
    return list(by_key.values())


def family_of(key: UUID, links: Links) -> set[UUID]:
    """Return a material's key with those of all its editions, given (newer, older) links."""
    neighbours: dict[UUID, set[UUID]] = {}
    for newer, older in links:
        neighbours.setdefault(newer, set()).add(older)
        neighbours.setdefault(older, set()).add(newer)
    family, edge = {key}, [key]
    while edge and len(family) < MAX_EDITIONS:
        fresh = neighbours.get(edge.pop(), set()) - family
        family |= fresh
        edge += fresh
    return family
