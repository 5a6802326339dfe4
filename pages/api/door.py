"""The door in front of every machine address: methods, hostile input, language and cross-origin reading."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from pages.api.guard import is_too_long, refuse_hostile
from pages.api.problems import Problem, problem_response
from pages.partners.limits import refuse_flood

View = Callable[..., HttpResponseBase]
ALLOW = "GET, HEAD, OPTIONS"
# What every answer says; an answer to a program is never shown as a page, so it may load nothing.
EXPOSED = "ETag, Last-Modified, Content-Disposition, Retry-After"
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": EXPOSED,
    "X-Content-Type-Options": "nosniff",
}
POLICY = "default-src 'none'; frame-ancestors 'none'"


def public_door(view: View, *, is_page: bool = False) -> View:
    """Let browsers of any origin read a view with GET and HEAD, and turn a Problem into its answer.

    The parameter `lang` chooses the language of the content and of the messages. A page is for people: it
    gets the headers of all pages of the site.
    """

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language = _language(request)
        with translation.override(language):
            response = _answer(view, request, args, kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers["Content-Language"] = language
        if not is_page:
            response.headers["Content-Security-Policy"] = POLICY
        return response

    door.is_public_door = True  # type: ignore[attr-defined]
    door.answers_programs = not is_page  # type: ignore[attr-defined]
    return door


def _answer(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _options()
    try:
        if request.method not in ("GET", "HEAD"):
            raise Problem(405, "method-not-allowed", _("Тук само се чете: GET, HEAD или OPTIONS."))
        refuse_hostile(request)
        refuse_flood(request)
        is_head, request.method = request.method == "HEAD", "GET"
        response = view(request, *args, **kwargs)
    except Problem as problem:
        response = problem_response(problem)
        if problem.status == 405:
            response["Allow"] = ALLOW
        return response
    return _without_body(response) if is_head else response


def _options() -> HttpResponse:
    return HttpResponse(
        status=204,
        headers={
            "Allow": ALLOW,
            "Access-Control-Allow-Methods": ALLOW,
            "Access-Control-Allow-Headers": "Accept, If-None-Match, If-Modified-Since, X-Api-Key",
            "Access-Control-Max-Age": "86400",
        },
    )


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _language(request: HttpRequest) -> str:
    asked = "" if is_too_long(request) else request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
