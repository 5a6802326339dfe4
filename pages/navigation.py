"""The main menu and the links between languages, each from one query a request."""

from typing import NamedTuple

import swapper
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

MENU_LIMIT = 12


class MenuItem(NamedTuple):
    """A line of the menu; `current` when the reader is on the page or under it."""

    title: str
    url: str
    current: bool


class LanguageLink(NamedTuple):
    """Another language: its code, its own name, the address, and whether that is this very page."""

    code: str
    name: str
    url: str
    translated: bool


def active_language() -> str:
    """Return the code of the active language as content uses it: "bg" or "en"."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def home_path(request: HttpRequest, language: str | None = None) -> SiteRootPath | None:
    """Return where the home page of a language stands in the tree (from Wagtail's cache), or None without one."""
    site = Site.find_for_request(request)
    paths = getattr(request, "_wagtail_cached_site_root_paths", None)
    if paths is None:
        paths = request._wagtail_cached_site_root_paths = Site.get_site_root_paths()  # type: ignore[attr-defined]
    wanted = (getattr(site, "pk", None), language or active_language())
    return next((path for path in paths if (path.site_id, path.language_code) == wanted), None)


def home_url(request: HttpRequest, language: str | None = None) -> str:
    """Return the address of the home page of a language: "/" or "/en/"."""
    code = language or active_language()
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


def main_menu(request: HttpRequest, page: Page | None = None) -> list[MenuItem]:
    """Return the live pages under the home page of the active language that are marked for menus."""
    held: list[Page] | None = getattr(request, "_library_menu", None)
    if held is None:
        held = request._library_menu = _menu_pages(request)  # type: ignore[attr-defined]
    here = getattr(page, "url_path", "")
    return [
        MenuItem(item.title, item.get_url(request) or "", bool(here) and here.startswith(item.url_path))
        for item in held
    ]


def language_links(request: HttpRequest, page: Page | None = None) -> list[LanguageLink]:
    """Return the other languages: the live translation of the page, or that language's home page without one."""
    held: list[LanguageLink] | None = getattr(request, "_library_languages", None)
    if held is None:
        held = request._library_languages = _language_links(request, page)  # type: ignore[attr-defined]
    return held


def _pages() -> "type[Page]":
    model: type[Page] = swapper.load_model("wagtailcore", "Page")
    return model


def _menu_pages(request: HttpRequest) -> list[Page]:
    root = home_path(request)
    site = Site.find_for_request(request)
    if root is None or site is None:
        return []
    pages = _pages().objects.live().public().in_menu()
    under_home = pages.filter(url_path__startswith=root.root_path, depth=site.root_page.depth + 1)
    return list(under_home.order_by("path")[:MENU_LIMIT])


def _language_links(request: HttpRequest, page: Page | None) -> list[LanguageLink]:
    others = [code for code, _name in settings.LANGUAGES if code != active_language()]
    if not isinstance(page, _pages()):
        return [_link(code, translate_url(request.get_full_path(), code), True) for code in others]
    here = page.get_url(request) or ""
    tail = request.path.removeprefix(here) if here and request.path.startswith(here) else ""
    found = _pages().objects.live().filter(translation_key=page.translation_key).exclude(pk=page.pk)
    urls = {other.locale.language_code: other.get_url(request) for other in found.select_related("locale")}
    return [
        _link(code, f"{urls[code]}{tail}", True)
        if urls.get(code)
        else _link(code, home_url(request, code), False)
        for code in others
        if urls.get(code) or home_path(request, code)
    ]


def _link(code: str, url: str, translated: bool) -> LanguageLink:
    return LanguageLink(code, get_language_info(code)["name_local"].capitalize(), url, translated)
