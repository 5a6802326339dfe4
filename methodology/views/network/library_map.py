"""Every working library on the map, and the same as a table."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from methodology.geography import CENTRES
from methodology.library_map import HEIGHT, WIDTH, Dot, Placed, dots, project
from methodology.models import Library, LibraryKind
from methodology.policies import ANY_ACTION
from methodology.views.network.guard import may

# Ten times the network of the region.
MOST = 2_000
ORDER = ("municipality__name", "settlement__name", "name", "pk")


def library_map(request: HttpRequest) -> HttpResponse:
    """The page: one query for any number of libraries."""
    if not may(request, Library, *ANY_ACTION):
        raise PermissionDenied
    libraries = list(Library.objects.visible_to(request.user).active().with_place().order_by(*ORDER)[:MOST])
    context = {
        "page_title": _("Карта на библиотеките"),
        "header_icon": "site",
        "libraries": libraries,
        "dots": _dots(libraries),
        "centres": [(name, *project(*CENTRES[code])) for code, name in _names(libraries).items()],
        "width": WIDTH,
        "height": HEIGHT,
    }
    return render(request, "methodology/admin/library_map.html", context)


def _dots(libraries: list[Library]) -> list[Dot]:
    return dots(map(_placed, libraries), CENTRES)


def _placed(library: Library) -> Placed:
    return Placed(
        f"{library.name}, {library.settlement}",
        library.municipality.code,
        None if library.latitude is None else float(library.latitude),
        None if library.longitude is None else float(library.longitude),
        is_large=library.kind != LibraryKind.CHITALISHTE,
    )


def _names(libraries: list[Library]) -> dict[str, str]:
    """Return the municipalities that are on the map, by code."""
    places = {row.municipality.code: row.municipality.display_name for row in libraries}
    return {code: name for code, name in places.items() if code in CENTRES}
