"""Answers that a reader asks for again only when they changed: strong ETag, Last-Modified, 304."""

import gzip
import hashlib
import re
from collections.abc import Callable
from datetime import datetime, time
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

from pages import versions
from pages.freshness import cache_control

CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600"
REMEMBER_SECONDS = 7 * 24 * 3600
GZIP_FROM_BYTES = 860
ENTITY_TAG = re.compile(r'(?:W/)?"([^"]*)"')

View = Callable[..., HttpResponse]
# Gives, for a request and the versions read for it, a text that changes when time changes the answer.
Moment = Callable[[HttpRequest, dict[str, versions.Version]], str]


def conditional(*names: str, moment: Moment | None = None) -> Callable[[View], View]:
    """Make a view answer 304 while none of the named content versions, the day, nor `moment` has changed.

    The ETag is a digest of the bytes. The digest of an address is remembered under its versions, so
    that a reader who has the current bytes costs one query; everyone else gets them made anew.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            state = _State(request, names, moment)
            if state.etag and _matches(request, state.etag):
                return state.not_modified(state.etag)
            response = view(request, *args, **kwargs)
            return state.finish(response) if response.status_code == 200 else response

        return answer

    return decorate


class _State:
    """What is known about one address before its view has run."""

    def __init__(self, request: HttpRequest, names: tuple[str, ...], moment: Moment | None) -> None:
        current = versions.all_current(*names)
        now = timezone.localtime()
        # A new day changes what "coming" means, and so the bytes, though nobody published anything.
        midnight = datetime.combine(now.date(), time.min, tzinfo=now.tzinfo)
        self.request = request
        self.changed_at = max([midnight, *(version.changed_at for version in current.values())])
        stamps = [
            f"{name}:{version.number}:{version.changed_at.isoformat()}" for name, version in current.items()
        ]
        parts = [request.get_host(), request.get_full_path(), str(now.date()), *sorted(stamps)]
        parts += [moment(request, current)] if moment else []
        self.key = f"etag:{hashlib.sha256('|'.join(parts).encode()).hexdigest()}"
        self.etag: str | None = cache.get(self.key)

    def finish(self, response: HttpResponse) -> HttpResponse:
        digest = hashlib.sha256(response.content).hexdigest()[:32]
        if digest != self.etag:
            cache.set(self.key, digest, REMEMBER_SECONDS)
        if _matches(self.request, digest) or self._is_old_news():
            return self.not_modified(digest)
        self._headers(response, digest)
        return _compressed(self.request, response, digest)

    def not_modified(self, digest: str) -> HttpResponse:
        response = HttpResponseNotModified()
        sent = _sent_tags(self.request)
        self._headers(response, f"{digest}-gzip" if f"{digest}-gzip" in sent else digest)
        return response

    def _headers(self, response: HttpResponse, digest: str) -> None:
        response["ETag"] = f'"{digest}"'
        response["Last-Modified"] = http_date(self.changed_at.timestamp())
        response["Cache-Control"] = cache_control(self.request, CACHE_CONTROL)
        patch_vary_headers(response, ("Accept-Encoding",))

    def _is_old_news(self) -> bool:
        if "If-None-Match" in self.request.headers:
            return False
        since = parse_http_date_safe(self.request.headers.get("If-Modified-Since", ""))
        return since is not None and since >= int(self.changed_at.timestamp())


def _compressed(request: HttpRequest, response: HttpResponse, digest: str) -> HttpResponse:
    accepted = request.headers.get("Accept-Encoding", "")
    if "gzip" in accepted and len(response.content) >= GZIP_FROM_BYTES:
        # mtime=0: the compressed bytes, too, depend on the content only.
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
        response["Content-Encoding"] = "gzip"
        response["ETag"] = f'"{digest}-gzip"'
    return response


def _sent_tags(request: HttpRequest) -> set[str]:
    return set(ENTITY_TAG.findall(request.headers.get("If-None-Match", "")))


def _matches(request: HttpRequest, digest: str) -> bool:
    tags = _sent_tags(request)
    if request.headers.get("If-None-Match", "").strip() == "*":
        return True
    return digest in tags or f"{digest}-gzip" in tags
