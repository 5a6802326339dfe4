"""What every feed answers with, whatever it lists."""

from collections.abc import Iterable
from typing import Any, Literal

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import Field
from wagtail.models import Page

from pages.api.query import StrictQuery
from pages.languages import in_language
from pages.models import ContactSettings
from pages.navigation import active_language, home_url
from pages.syndication import WRITERS, Entry, Feed

Ending = Literal["atom", "rss", "json"]

MAX_PAGE = 50


class FeedQuery(StrictQuery):
    """A feed with more entries than fit into one document goes on in the next one."""

    page: int = Field(1, ge=1, le=MAX_PAGE, description=gettext_noop("Коя част от дългия поток."))


def feed_response(
    request: HttpRequest,
    ending: Ending,
    title: str,
    entries: Iterable[Entry],
    *,
    home: str = "",
    more: bool = False,
) -> HttpResponse:
    """Return a feed named after the library; `home` is the page it is a feed of, one query for the name."""
    library = library_name()
    content_type, write = WRITERS[ending]
    feed = Feed(
        url=request.build_absolute_uri(),
        home=request.build_absolute_uri(home or home_url()),
        title=named(title, library),
        author=library or settings.WAGTAIL_SITE_NAME,
        language=active_language(),
        entries=tuple(entries),
        next_url=_next(request) if more else "",
    )
    return HttpResponse(write(feed), content_type=content_type)


def part_of(rows: "QuerySet[Any]", page: int, size: int) -> tuple[list[Any], bool]:
    """Return one part of a list and whether there are more; one query."""
    found = list(rows[(page - 1) * size : page * size + 1])
    return found[:size], len(found) > size and page < MAX_PAGE


def library_name() -> str:
    """Return the short name of the library in the active language; empty when nobody has entered it."""
    contacts = ContactSettings.objects.filter(site__is_default_site=True).first()
    if contacts is None:
        return ""
    return in_language(contacts, "short_name") or in_language(contacts, "name")


def named(title: str, library: str) -> str:
    """Return „Събития – библиотеката“: subscribers have many feeds called „Събития“."""
    return _("%(title)s – %(library)s") % {"title": title, "library": library} if library else title


def index_url(kind: type[Page]) -> str:
    """Return the path of the first live page of a kind in the active language; empty without one."""
    pages = kind.objects.live().public().filter(locale__language_code=active_language())
    found = pages.order_by("path").first()
    return (found.get_url() or "") if found else ""


def _next(request: HttpRequest) -> str:
    parameters = request.GET.copy()
    parameters["page"] = str(int(parameters.get("page", "1")) + 1)
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")
