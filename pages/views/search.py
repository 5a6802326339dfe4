"""The page of search results."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages import searching
from pages.navigation import home_path
from pages.paging import page_of

RESULTS_A_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search the public pages of the active language: `q` (first 200 characters), `kind`, `page`."""
    query = request.GET.get("q", "").strip()
    kind = request.GET.get("kind", "")
    if kind and kind not in {known.key for known in searching.kinds()}:
        raise Http404
    results = searching.search(public_pages(request), query, kind)
    chosen = {"q": query[: searching.MAX_QUERY], "kind": kind}
    context = {
        "query": query[: searching.MAX_QUERY],
        "too_long": len(query) > searching.MAX_QUERY,
        "searched": bool(searching.words_of(query)),
        "kinds": searching.kinds(),
        "kind": kind,
        "results": page_of(request, Paginator(results, RESULTS_A_PAGE)),
        "base_query": urlencode({name: value for name, value in chosen.items() if value}),
    }
    return TemplateResponse(request, "pages/search.html", context)


def public_pages(request: HttpRequest) -> PageQuerySet:
    """Return the live public pages under the home page of the active language."""
    root = home_path(request)
    if root is None:
        return Page.objects.none()
    # The search index knows the place in the tree, not the address.
    home = Page.objects.filter(url_path=root.root_path).first()
    return Page.objects.live().public().descendant_of(home, inclusive=True) if home else Page.objects.none()
