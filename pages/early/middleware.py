"""The first middleware: answers from memory, before sessions, languages and addresses are looked at."""

from collections.abc import Callable, Hashable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pages import versions
from pages.early.answer import to_hold
from pages.early.memory import Memory

GetResponse = Callable[[HttpRequest], HttpResponseBase]

memory = Memory(settings.LIBRARY_EARLY_BYTES)


class EarlyMiddleware:
    """Gives a held answer while its versions stand; holds those whose views allow it.

    Only what an anonymous reader gets comes in, and only an anonymous reader gets it out: a request with
    one of our cookies, or with credentials, goes the whole way. The versions are read from the database at
    most once a second, so that several processes agree.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = key_of(request)
        if key is None:
            return self.get_response(request)
        held = memory.get(key)
        if held is not None:
            if held.terms.hold(versions.watched()):
                answer = held.to(request)
                if answer is not None:
                    return answer
            else:
                memory.drop(key)
        response = self.get_response(request)
        # A HEAD has no body to hold, and its headers are those of a GET.
        answer_to_hold = to_hold(response) if request.method == "GET" else None
        if answer_to_hold is not None and (answer_to_hold.body is not None or memory.get(key) is None):
            memory.put(key, answer_to_hold)
        return response


def key_of(request: HttpRequest) -> Hashable | None:
    """Return by what an answer is held; None when it may depend on who asks."""
    meta = request.META
    if request.method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in meta or "HTTP_X_API_KEY" in meta:
        return None
    cookies = meta.get("HTTP_COOKIE", "")
    if cookies and (settings.SESSION_COOKIE_NAME in cookies or settings.CSRF_COOKIE_NAME in cookies):
        return None
    query = meta.get("QUERY_STRING", "")
    return (
        request.scheme,
        meta.get("HTTP_HOST") or meta.get("SERVER_NAME"),
        request.path,
        # By names only: of two values of one name, the order may mean something.
        "&".join(sorted(query.split("&"), key=_name)) if "&" in query else query,
        "gzip" in meta.get("HTTP_ACCEPT_ENCODING", ""),
    )


def _name(parameter: str) -> str:
    return parameter.partition("=")[0]
