"""What a librarian of the region needs first: what is due, where to register, what is new, whom to call."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.models import Municipality

if TYPE_CHECKING:
    from methodology.models import MaterialPage, MethodologyDeadline, MethodologyIndexPage, Training

TRAININGS = 12
NEWEST = 4
DEADLINES = 6
LIBRARIES = 200
# Whoever missed a day still has to find what was due.
STILL_SHOWN = timedelta(days=30)


@dataclass(frozen=True)
class Start:
    """The first screen for a librarian, for one municipality or for all."""

    municipality: Municipality | None
    municipalities: list[Municipality]
    deadlines: "list[MethodologyDeadline]"
    trainings: "list[Training]"
    newest: "list[MaterialPage]"
    libraries: list[Any]

    @property
    def filters(self) -> list[dict[str, Any]]:
        """The choice of a municipality, as the component for filters takes it."""
        options = [(one.slug, one.display_name) for one in self.municipalities]
        return [
            {
                "name": "municipality",
                "label": _("Вашата община"),
                "value": self.municipality.slug if self.municipality else "",
                "options": options,
                "any": _("всички общини"),
            }
        ]


def start_of(index: "MethodologyIndexPage", slug: str = "") -> Start:
    """Return the first screen; an unknown municipality chooses none. No query is for one person."""
    municipalities = list(Municipality.objects.order_by("name"))
    chosen = next((one for one in municipalities if one.slug == slug), None)
    return Start(
        chosen,
        municipalities,
        deadlines_of(index),
        index.coming_trainings(TRAININGS, chosen),
        newest_materials(index),
        _libraries(chosen),
    )


def newest_materials(index: "MethodologyIndexPage", limit: int = NEWEST) -> "list[MaterialPage]":
    """Return the newest dated materials that nothing replaces."""
    materials = apps.get_model("methodology.MaterialPage").objects.child_of(index).live().public().current()
    return list(materials.exclude(edition_date=None).newest_first().with_parts()[:limit])


def deadlines_of(index: "MethodologyIndexPage") -> "list[MethodologyDeadline]":
    """Return what is due next, and what was due lately, by day; two queries."""
    first = timezone.localdate() - STILL_SHOWN
    found = sorted((row for row in index.deadlines.all() if row.day >= first), key=lambda row: row.day)
    shown = [row for row in found if not row.is_over][:DEADLINES]
    shown = [*[row for row in found if row.is_over][-DEADLINES // 2 :], *shown]
    addresses = _addresses({row.form_id for row in shown if row.form_id}, index.locale_id)
    for row in shown:
        row.url = addresses.get(row.form_id, "")
    return shown


def _addresses(keys: Iterable[int], locale_id: int) -> dict[int, str]:
    """Return the addresses of public pages, in a language where they have it."""
    if not keys:
        return {}
    wanted = dict(Page.objects.filter(pk__in=keys).values_list("pk", "translation_key"))
    pages: dict[UUID, Page] = {}
    found = Page.objects.live().public().filter(translation_key__in=wanted.values())
    for page in found.filter(Q(pk__in=keys) | Q(locale=locale_id)).order_by("pk"):
        if page.translation_key not in pages or page.locale_id == locale_id:
            pages[page.translation_key] = page
    return {pk: pages[key].url or "" for pk, key in wanted.items() if key in pages}


def _libraries(municipality: Municipality | None) -> list[Any]:
    if municipality is None:
        return []
    found = apps.get_model("methodology.Library").objects.active().in_municipality(municipality.slug)
    return list(found.with_place().order_by("settlement__name", "name")[:LIBRARIES])
