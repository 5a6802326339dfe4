"""The menu, the links of the foot, other languages and the way back up, each from one query a request."""

from typing import NamedTuple

import swapper
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

# Home has its sections and a few pages about the site; more would be somebody's mistake.
MAX_SECTIONS = 40


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
    """Return where the home page of a language stands in the tree (from Wagtail's cache), or None."""
    site = Site.find_for_request(request)
    paths = getattr(request, "_wagtail_cached_site_root_paths", None)
    if paths is None:
        paths = request._wagtail_cached_site_root_paths = Site.get_site_root_paths()  # type: ignore[attr-defined]
    wanted = (getattr(site, "pk", None), language or active_language())
    return next((path for path in paths if (path.site_id, path.language_code) == wanted), None)


def home_url(language: str | None = None) -> str:
    """Return the address of the home page of a language: "/" or "/en/"."""
    code = language or active_language()
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


def main_menu(request: HttpRequest, page: Page | None = None) -> list[MenuItem]:
    """Return the live pages under the home page of the active language that are marked for menus."""
    return [_item(request, section, page) for section in _sections(request) if section.show_in_menus]


def foot_links(request: HttpRequest, page: Page | None = None) -> list[MenuItem]:
    """Return the live pages under the home page kept out of the menu: accessibility, personal data, …"""
    return [_item(request, section, page) for section in _sections(request) if not section.show_in_menus]


def trail(request: HttpRequest, page: object) -> list[MenuItem]:
    """Return the pages above a page, home first; nothing for the home page and for what is not a page."""
    root = home_path(request)
    if root is None or not isinstance(page, _pages()) or not page.url_path.startswith(root.root_path):
        return []
    above = page.get_ancestors().filter(url_path__startswith=root.root_path).exclude(url_path=root.root_path)
    return [
        MenuItem(_("Начало"), home_url(), False),
        *(_item(request, other, None) for other in above),
    ]


def below(request: HttpRequest, page: Page) -> list[MenuItem]:
    """Return the live pages right under a page, at most forty."""
    children = page.get_children().live().public()[:MAX_SECTIONS]
    return [_item(request, child, None) for child in children]


def language_links(request: HttpRequest, page: Page | None = None) -> list[LanguageLink]:
    """Return the other languages: the live translation of the page, or of the nearest page above it."""
    held: list[LanguageLink] | None = getattr(request, "_library_languages", None)
    if held is None:
        held = request._library_languages = _language_links(request, page)  # type: ignore[attr-defined]
    return held


def _pages() -> "type[Page]":
    model: type[Page] = swapper.load_model("wagtailcore", "Page")
    return model


def _sections(request: HttpRequest) -> list[Page]:
    held: list[Page] | None = getattr(request, "_library_sections", None)
    if held is None:
        held = request._library_sections = _pages_under_home(request)  # type: ignore[attr-defined]
    return held


def _pages_under_home(request: HttpRequest) -> list[Page]:
    root = home_path(request)
    site = Site.find_for_request(request)
    if root is None or site is None:
        return []
    under_home = {"url_path__startswith": root.root_path, "depth": site.root_page.depth + 1}
    pages = _pages().objects.live().public().filter(**under_home)
    return list(pages.order_by("path")[:MAX_SECTIONS])


def _item(request: HttpRequest, item: Page, page: Page | None) -> MenuItem:
    here = getattr(page, "url_path", "")
    return MenuItem(item.title, item.get_url(request) or "", bool(here) and here.startswith(item.url_path))


def _language_links(request: HttpRequest, page: Page | None) -> list[LanguageLink]:
    others = [code for code, _own in settings.LANGUAGES if code != active_language()]
    if not isinstance(page, _pages()):
        return [_link(code, translate_url(request.get_full_path(), code), True) for code in others]
    found = _nearest_translations(page)
    return [
        _link(code, *_address(request, page, found[code]))
        if code in found
        else _link(code, home_url(code), False)
        for code in others
        if code in found or home_path(request, code)
    ]


def _nearest_translations(page: Page) -> dict[str, Page]:
    """Return for each language the live translation of the page, or of the nearest page above it."""
    above = page.get_ancestors(inclusive=True).filter(depth__gt=1).values("translation_key")
    found = _pages().objects.live().filter(translation_key__in=above).exclude(locale=page.locale_id)
    by_depth = found.select_related("locale").order_by("depth")
    return {other.locale.language_code: other for other in by_depth}


def _address(request: HttpRequest, page: Page, other: Page) -> tuple[str, bool]:
    """Return the address of a translation, and whether it is that of this very page and translated."""
    url = other.get_url(request) or ""
    if other.translation_key != page.translation_key:
        return url, False
    here = page.get_url(request) or ""
    tail = request.path.removeprefix(here) if here and request.path.startswith(here) else ""
    # What only mirrors a page of another language is in that language, and a mirrored page has no twin.
    return f"{url}{tail}", not (other.alias_of_id or page.alias_of_id)


def mirrored_language(page: object) -> str:
    """Return the code of the language a page is really in when it only mirrors one of another language."""
    if not isinstance(page, _pages()) or not page.alias_of_id:
        return ""
    codes = _pages().objects.filter(pk=page.alias_of_id).exclude(locale=page.locale_id)
    return codes.values_list("locale__language_code", flat=True).first() or ""


def _link(code: str, url: str, translated: bool) -> LanguageLink:
    return LanguageLink(code, get_language_info(code)["name_local"].capitalize(), url, translated)
