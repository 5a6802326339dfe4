"""The short way of programs: what answers them needs no session, no language of a path, no redirects."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# Addresses of programs; others are not looked up twice.
PREFIXES = ("/api/v1/", "/feeds/", "/embed/v1/", "/oembed")


class DoorMiddleware:
    """Lets the doors of programs answer at once; pages for people go on through everything that follows.

    A door brings its own language, headers and limits, so all that follows would be done for nothing: it
    took longer than many of the answers.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        found = _door_of(request) if request.path_info.startswith(PREFIXES) else None
        if found is None:
            return self.get_response(request)
        request.resolver_match = found
        response = found.func(request, *found.args, **found.kwargs)
        if not response.streaming and not response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(response.content))
        return response


def _door_of(request: HttpRequest) -> ResolverMatch | None:
    try:
        found = resolve(request.path_info)
    except Resolver404:
        return None
    return found if getattr(found.func, "answers_programs", False) else None
