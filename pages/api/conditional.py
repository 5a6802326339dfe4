"""Answers that a reader asks for again only when they changed: strong ETag, Last-Modified, 304."""

import gzip
import hashlib
import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

from pages import release, versions
from pages.early import keep
from pages.freshness import shortened

CACHE_CONTROL = "public, max-age=60, s-maxage=60, stale-while-revalidate=600"
REMEMBER_SECONDS = 7 * 24 * 3600
GZIP_FROM_BYTES = 860
ENTITY_TAG = re.compile(r'(?:W/)?"([^"]*)"')

View = Callable[..., HttpResponse]
# Until when time itself does not change the answer to a request, given the versions read for it.
Moment = Callable[[HttpRequest, dict[str, versions.Version]], datetime]


def conditional(*names: str, moment: Moment | None = None) -> Callable[[View], View]:
    """Make a view answer 304 while neither the named content versions nor the day has changed.

    With `moment`, no longer than until then.

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
        current = self.current = versions.all_current(*names, release.NAME)
        versions.note(request, current)
        now = self.now = timezone.localtime()
        # A new day changes what "coming" means, and so the bytes, though nobody published anything.
        midnight = datetime.combine(now.date(), time.min, tzinfo=now.tzinfo)
        self.request = request
        self.until = midnight + timedelta(days=1)
        self.changed_at = max([midnight, *(version.changed_at for version in current.values())])
        stamps = [
            f"{name}:{version.number}:{version.changed_at.isoformat()}" for name, version in current.items()
        ]
        if moment:
            # What is said of now is as new as now, and is confirmed by its ETag only.
            self.until, self.changed_at = min(self.until, moment(request, current)), now
        address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
        # A digest that another release remembered is not the digest of what this one would write.
        parts = [release.digest(), address, self.until.isoformat(), *sorted(stamps)]
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
        response["Last-Modified"] = http_date(self._told_modified())
        if not response.has_header("Cache-Control"):
            left = int((self.until - self.now).total_seconds())
            response["Cache-Control"] = shortened(CACHE_CONTROL, left)
        patch_vary_headers(response, ("Accept-Encoding",))
        keep(response, self.current, self.until, self.changed_at)

    def _told_modified(self) -> int:
        # Another change may come in the same second: until it is over, readers are told the one before,
        # so that If-Modified-Since will not take the first change for the second.
        changed = int(self.changed_at.timestamp())
        return changed - (changed >= int(self.now.timestamp()))

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
