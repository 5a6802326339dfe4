"""oEmbed: what another site shows in the place of an event's address."""

import re
from typing import Any, Literal
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import Field
from wagtail.models import Site

from events.models import EventPage
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.messages import FieldError
from pages.api.problems import Problem, bad_parameters, not_found
from pages.api.query import StrictQuery, read_query
from pages.models import ContactSettings

WIDTH, HEIGHT = 600, 240
# Events of one slug, under several programmes and in several languages.
SAME_SLUG = 20
OCCURRENCE = re.compile(r"^\d{4}-\d{2}-\d{2}[^/]*$")


class OEmbedQuery(StrictQuery):
    """The parameters of the oEmbed specification."""

    url: str = Field(min_length=1, max_length=300, description=gettext_noop("Адрес на страница на събитие."))
    format: Literal["json", "xml"] = Field("json", description=gettext_noop("Само json."))
    maxwidth: int = Field(WIDTH, ge=1, le=100_000, description=gettext_noop("Най-голяма ширина."))
    maxheight: int = Field(HEIGHT, ge=1, le=100_000, description=gettext_noop("Най-голяма височина."))


@public_door
@conditional("events")
def oembed(request: HttpRequest) -> HttpResponse:
    """Answer with a frame of a live public event; 404 for other pages, 400 for addresses of other sites."""
    query = read_query(request, OEmbedQuery)
    if query.format != "json":
        raise Problem(501, "format", _("Отговорът е само във формат json."))
    event = _event(request, query.url)
    with translation.override(event.locale.language_code):
        return JsonResponse(_rich(request, event, query), json_dumps_params={"ensure_ascii": False})


def _event(request: HttpRequest, address: str) -> EventPage:
    """The event at an address of this site; one of its dates stands for it."""
    try:
        url = urlsplit(address)
    except ValueError:
        url = urlsplit("")
    if url.scheme not in ("http", "https") or url.netloc not in _hosts(request):
        raise bad_parameters([FieldError("url", "url", _("Адресът не е на този сайт."))])
    page = _page_at(request, url.path)
    if page is None:
        raise not_found()
    return page


def _page_at(request: HttpRequest, path: str) -> EventPage | None:
    """The live public event whose page, or the page of one of whose dates, has this path."""
    parts = [part for part in path.split("/") if part]
    if parts and OCCURRENCE.match(parts[-1]):
        parts.pop()
    if not parts:
        return None
    wanted = f"/{'/'.join(parts)}/"
    events = EventPage.objects.live().public().select_related("locale").filter(slug=parts[-1])
    return next((page for page in events[:SAME_SLUG] if page.get_url_parts(request)[2] == wanted), None)


def _hosts(request: HttpRequest) -> set[str]:
    roots = {urlsplit(root.root_url).netloc for root in Site.get_site_root_paths()}
    return roots | {request.get_host()}


def _rich(request: HttpRequest, event: EventPage, query: OEmbedQuery) -> dict[str, Any]:
    width, height = min(WIDTH, query.maxwidth), min(HEIGHT, query.maxheight)
    path = reverse("embeds:frame_event", args=[event.translation_key])
    language = event.locale.language_code
    frame = request.build_absolute_uri(path if language == "bg" else f"{path}?lang={language}")
    context = {"frame_url": frame, "title": event.title, "width": width, "height": height}
    contacts = ContactSettings.objects.filter(site__is_default_site=True).first()
    return {
        "version": "1.0",
        "type": "rich",
        "title": event.title,
        "provider_name": contacts.display_name if contacts else "",
        "provider_url": request.build_absolute_uri("/"),
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": render_to_string("events/embed/oembed_frame.html", context).strip(),
    }
