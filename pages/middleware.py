"""Headers of every answer: what a browser may load, and what a shared cache may keep."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from pages.freshness import cache_control

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PUBLIC_STATUSES = frozenset({200, 301, 304, 404, 410})
# Who asks and in which language is in the address, not in these headers, as long as no session is open.
UNUSED_VARY = frozenset({"cookie", "accept-language"})


def is_staff_path(path: str) -> bool:
    """Tell whether an address belongs to the admin."""
    return path.startswith(tuple(settings.CONTENT_SECURITY_POLICY_ADMIN_PATHS))


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Gives the admin its own, looser policy; every other page keeps the strict one."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the parts of the policy for one answer."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and is_staff_path(request.path_info):
            parts.config = settings.CONTENT_SECURITY_POLICY_ADMIN["DIRECTIVES"]
        return parts


class PublicCacheMiddleware:
    """Lets shared caches keep answers to anonymous readers, and keeps everything else out of them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if has_state(request, response):
            if not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True, no_cache=True)
        elif request.method in {"GET", "HEAD"} and response.status_code in PUBLIC_STATUSES:
            make_public(request, response)
        return response


def has_state(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether an answer depends on who asks: a session, a form's token, a cookie set, the admin."""
    ours = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    return bool(response.cookies or ours & request.COOKIES.keys() or is_staff_path(request.path_info))


def make_public(request: HttpRequest, response: HttpResponseBase) -> None:
    """Mark an answer as the same for everybody; an answer that already speaks of caching keeps its word."""
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = cache_control(request, settings.LIBRARY_PUBLIC_CACHE_CONTROL)
    names = [name.strip() for name in response.get("Vary", "").split(",") if name.strip()]
    kept = [name for name in names if name.lower() not in UNUSED_VARY]
    if kept:
        response["Vary"] = ", ".join(kept)
    elif response.has_header("Vary"):
        del response["Vary"]
