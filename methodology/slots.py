"""What the methodology department shows on pages of other plugins."""

from django.http import HttpRequest
from wagtail.models import Site

from methodology.models import MethodologyIndexPage
from methodology.start import newest_materials
from pages import slots
from pages.navigation import active_language

MATERIALS = 3
TRAININGS = 2


def register() -> None:
    """Register all contributions; called in `ready()`."""
    slots.register(
        "home.librarians", template="methodology/slots/home_librarians.html", context=home_librarians
    )


def home_librarians(request: HttpRequest, page: object) -> dict[str, object] | None:
    """Return the newest dated materials and the next trainings; None where there is nothing to show."""
    index = _index(request)
    if index is None:
        return None
    newest = newest_materials(index, MATERIALS)
    trainings = index.coming_trainings(TRAININGS)
    if not newest and not trainings:
        return None
    return {"index": index, "materials": newest, "trainings": trainings}


def _index(request: HttpRequest) -> MethodologyIndexPage | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    pages = MethodologyIndexPage.objects.live().public().filter(depth=site.root_page.depth + 1)
    found: MethodologyIndexPage | None = pages.filter(locale__language_code=active_language()).first()
    return found
