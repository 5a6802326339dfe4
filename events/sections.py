"""Where the programme, the closed days and the departments are on this site."""

from collections.abc import Callable
from datetime import date

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page

from pages.navigation import active_language

# By name: the section pages themselves ask for these addresses.
SECTIONS = ("eventindexpage", "closeddaycalendarpage", "departmentindexpage")


def section_urls(request: HttpRequest) -> dict[str, str]:
    """The addresses of the live section pages in the active language, by model name; one query a request."""
    held: dict[str, str] | None = getattr(request, "_event_sections", None)
    if held is None:
        held = request._event_sections = _read(request)  # type: ignore[attr-defined]
    return held


def day_url(request: HttpRequest, slug: str = "") -> Callable[[date], str]:
    """How to address the explanation of a day's hours; an empty text when there is no page for it."""
    url = section_urls(request).get("closeddaycalendarpage", "")
    more = f"&department={slug}" if slug else ""
    return lambda day: f"{url}?day={day.isoformat()}{more}" if url else ""


def _read(request: HttpRequest) -> dict[str, str]:
    kinds = ContentType.objects.get_for_models(*(apps.get_model("events", name) for name in SECTIONS))
    names = {kind.pk: model._meta.model_name or "" for model, kind in kinds.items()}
    pages = Page.objects.live().filter(content_type__in=names, locale__language_code=active_language())
    found: dict[str, str] = {}
    for page in pages.select_related("locale").order_by("path"):
        found.setdefault(names[page.content_type_id], page.get_url(request) or "")
    return found
