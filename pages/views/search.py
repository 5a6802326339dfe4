"""The page of search results."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models.functions import Substr
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages import searching
from pages.navigation import active_language, home_path
from pages.paging import page_of
from pages.search import log
from pages.search.highlight import Wanted, excerpt, marked, wanted
from pages.search.lexicon import lexicon
from pages.search.promotions import promoted
from pages.search.suggestions import suggestion
from pages.search.terms import slots_of

RESULTS_A_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search the public pages of the active language: `q` (first 200 characters), `kind`, `page`."""
    typed_text = request.GET.get("q", "").strip()
    query, kind = typed_text[: searching.MAX_QUERY], request.GET.get("kind", "")
    if kind and kind not in {known.key for known in searching.kinds()}:
        raise Http404
    context = {
        "query": query,
        "too_long": len(typed_text) > searching.MAX_QUERY,
        "kind": kind,
        "base_query": urlencode({name: value for name, value in {"q": query, "kind": kind}.items() if value}),
        **_found(request, query, kind),
    }
    response = TemplateResponse(request, "pages/search.html", context)
    # What somebody looks for stays out of shared caches, and a new synonym is seen at once.
    patch_cache_control(response, private=True, no_cache=True)
    return response


def public_pages(request: HttpRequest) -> PageQuerySet:
    """Return the live public pages under the home page of the active language."""
    root = home_path(request)
    home = Page.objects.filter(url_path=root.root_path).only("path").first() if root else None
    if home is None:
        return Page.objects.none()
    # A beginning compared as it is: LIKE, with Bulgarian letters in mind, is slow on SQLite.
    branch = Substr("path", 1, len(home.path))
    return Page.objects.live().public().alias(search_branch=branch).filter(search_branch=home.path)


def _found(request: HttpRequest, query: str, kind: str) -> dict[str, Any]:
    typed = searching.words_of(query)
    pages = public_pages(request) if typed else Page.objects.none()
    known = lexicon()
    slots = slots_of(typed, known)
    what = wanted(slots)
    answer = searching.answer(pages, slots, kind)
    # The paginator counts numbers; what stands at them is read for one page.
    results = page_of(request, Paginator(range(answer.results.total), RESULTS_A_PAGE))
    start = RESULTS_A_PAGE * (results.number - 1)
    found = answer.results.part(start, start + RESULTS_A_PAGE)
    results.object_list = [_shown(page, what) for page in found]
    if typed and results.number == 1 and not kind:
        log.record(query, typed, active_language(), answer.total)
    return {
        "searched": bool(typed),
        "results": results,
        "total": answer.total,
        "facets": answer.facets,
        "promoted": promoted(slots, pages, known, what) if results.number == 1 and not kind else [],
        "suggestion": _suggestion(pages, typed) if typed and not answer.total else "",
    }


def _shown(page: Page, what: Wanted) -> Page:
    page.found_title = marked(page.title, what)
    page.found_excerpt = excerpt(page, what)
    return page


def _suggestion(pages: PageQuerySet, typed: list[str]) -> str:
    """Return a corrected query by which the public finds something; else nothing."""
    better = suggestion(typed, active_language())
    found = better and searching.answer(pages, slots_of(searching.words_of(better))).total
    return better if found else ""
