"""Addresses of the API: include them under /api/v1/ after every app is ready."""

import json
from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, URLPattern, re_path, resolve
from django.utils import translation

from pages.api.application import api
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.problems import not_found
from pages.api.query import StrictQuery, read_query

app_name = "library"


def unknown_address(request: HttpRequest) -> HttpResponse:
    """Answer an address that is not of the API: with its closing slash if that helps, else not found."""
    try:
        match = resolve(f"{request.path_info}/")
    except Resolver404:
        raise not_found() from None
    if request.path_info.endswith("/") or match.func is unknown_door:
        raise not_found()
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{request.path}/{f'?{query}' if query else ''}")


unknown_door = public_door(unknown_address)


def to_documentation(request: HttpRequest) -> HttpResponse:
    """Lead a person who opens the root of the API to its documentation."""
    return HttpResponseRedirect(f"{request.path}docs")


def description(request: HttpRequest) -> HttpResponse:
    """Answer with the description of the API in the language asked for."""
    query = read_query(request, StrictQuery)
    return HttpResponse(_described(query.lang), content_type="application/json")


@cache
def _described(language: str) -> bytes:
    # As long as the program runs, its description stays the same.
    with translation.override(language):
        return json.dumps(api.get_openapi_schema(), ensure_ascii=False).encode()


def _behind_the_door(pattern: URLPattern) -> URLPattern:
    views = {"api-root": to_documentation, "openapi-json": description}
    view = views.get(pattern.name or "", pattern.callback)
    if pattern.name in ("openapi-json", "openapi-view"):
        view = conditional()(view)
    pattern.callback = public_door(view, is_page=pattern.name == "openapi-view")
    return pattern


urlpatterns = [_behind_the_door(pattern) for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
urlpatterns.append(re_path(r"^.*$", unknown_door, name="unknown"))
