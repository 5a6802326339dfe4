"""An answer as it is held, and the terms on which it may be given again."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import parse_http_date_safe

from pages.freshness import shortened
from pages.versions import NEVER, Version

ENTITY_TAG = re.compile(r'(?:W/)?"([^"]*)"')
# No answer is kept for longer than this (seconds).
SOON = 2 * 3600
# What a 304 does not repeat: it has no body to speak of.
OF_THE_BODY = frozenset({"content-type", "content-encoding", "content-length", "content-disposition"})


@dataclass(frozen=True, slots=True)
class Terms:
    """How long an answer holds: while these versions stand, and not beyond a moment (seconds since 1970).

    `modified` is when the content was changed, which may be later than what the headers say of it.
    """

    versions: Mapping[str, Version]
    until: float
    modified: int

    def hold(self, current: Mapping[str, Version]) -> bool:
        """Whether nothing has changed, neither in the content nor by the clock."""
        if time.time() >= self.until:
            return False
        return all(current.get(name, NEVER) == version for name, version in self.versions.items())


@dataclass(frozen=True, slots=True)
class Answer:
    """Headers and bytes; without bytes (None) it can only say that nothing has changed."""

    terms: Terms
    headers: tuple[tuple[str, str], ...]
    etag: str
    body: bytes | None

    @property
    def size(self) -> int:
        """How much memory it takes, roughly."""
        return 1000 + len(self.body or b"")

    def to(self, request: HttpRequest) -> HttpResponse | None:
        """Return what this request is answered with; None when the bytes are needed and not here."""
        if self._is_known(request):
            return self._not_modified()
        if self.body is None:
            return None
        response = HttpResponse(self.body if request.method == "GET" else b"")
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["Content-Length"] = str(len(self.body))
        return self._shortened(response)

    def _is_known(self, request: HttpRequest) -> bool:
        sent = request.META.get("HTTP_IF_NONE_MATCH")
        if sent is not None:
            return sent.strip() == "*" or self._plain(self.etag) in map(self._plain, ENTITY_TAG.findall(sent))
        since = request.META.get("HTTP_IF_MODIFIED_SINCE")
        moment = parse_http_date_safe(since) if since is not None else None
        return moment is not None and moment >= self.terms.modified

    def _not_modified(self) -> HttpResponse:
        response = HttpResponseNotModified()
        for name, value in self.headers:
            if name.lower() not in OF_THE_BODY:
                response.headers[name] = value
        return self._shortened(response)

    def _shortened(self, response: HttpResponse) -> HttpResponse:
        # What was said when the answer was made may reach beyond its end by now.
        left = int(self.terms.until - time.time())
        if left < SOON:
            response.headers["Cache-Control"] = shortened(response.headers["Cache-Control"], left)
        return response

    @staticmethod
    def _plain(etag: str) -> str:
        # The compressed bytes have a tag of their own; whoever has either has the current content.
        return etag.removesuffix("-gzip")


def keep(
    response: HttpResponseBase, versions: Mapping[str, Version], until: datetime, modified: datetime
) -> None:
    """Let an answer that is the same for everybody be held while versions stand and until a moment."""
    terms = Terms(dict(versions), until.timestamp(), int(modified.timestamp()))
    response.early_terms = terms  # type: ignore[attr-defined]


def to_hold(response: HttpResponseBase) -> Answer | None:
    """Return what is worth holding of an answer whose view allows it; None for any other."""
    terms: Terms | None = getattr(response, "early_terms", None)
    if terms is None or response.status_code not in (200, 304) or response.cookies:
        return None
    if not isinstance(response, HttpResponse) or "public" not in response.get("Cache-Control", ""):
        return None
    tags = ENTITY_TAG.findall(response.get("ETag", ""))
    body = bytes(response.content) if response.status_code == 200 else None
    return Answer(terms, tuple(response.items()), tags[0], body) if tags else None
