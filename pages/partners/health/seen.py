"""What one request says of the site that made it."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django.http import HttpRequest

HOST = re.compile(r"[a-z0-9.-]{1,90}(:\d{1,5})?", re.ASCII)
VERSION = re.compile(r"(?:^|&)v=([0-9a-f]{8,64})(?:&|$)")
PINNED = re.compile(r"/embed/v1/[a-z-]+\.([0-9a-f]{8,64})\.js")
EMBEDDED = re.compile(r"/embed/(v1|frame|html)/([a-z-]+)(?:\.[0-9a-f]{8,64})?(?:\.(js|json)|/)")
FED = re.compile(r"/feeds/(?:events/|event/[0-9a-f-]+)?([a-z-]*)\.?([a-z]*)$")
API = re.compile(r"/api/v1/([a-z-]+)")
PREFIXES = ("/feeds/", "/embed/v1/", "/embed/frame/", "/embed/html/", "/api/v1/", "/oembed")


class Seen(NamedTuple):
    """Where it came from, in which form it asked, and which version of an embed it runs."""

    host: str
    form: str
    version: str


def is_watched(path: str) -> bool:
    """Whether an address is one that other sites fetch."""
    return path.startswith(PREFIXES)


def seen(request: HttpRequest) -> Seen:
    """What is kept of a request: the host of the page that asks, and no more of it."""
    path = request.path_info
    pinned = PINNED.fullmatch(path)
    asked = VERSION.search(request.META.get("QUERY_STRING", ""))
    version = pinned or asked
    return Seen(_host(request), form_of(path), version[1] if version else "")


def form_of(path: str) -> str:
    """„embed events“, „frame hours“, „events.ics“, „api events“; „other“ for what is none of these."""
    if found := EMBEDDED.fullmatch(path):
        kinds = {"v1": "script" if found[3] == "js" else "embed"}
        return f"{kinds.get(found[1], found[1])} {found[2]}"
    if path.startswith("/embed/frame/event/"):
        return "frame event"
    if found := FED.fullmatch(path):
        return f"{found[1] or 'event'}.{found[2]}" if found[2] else found[1]
    if found := API.match(path):
        return f"api {found[1]}"[:40]
    return "oembed" if path == "/oembed" else "other"


def _host(request: HttpRequest) -> str:
    """The host of the page, from what browsers send with each request to another site; empty for programs."""
    meta = request.META
    for value in (meta.get("HTTP_ORIGIN", ""), meta.get("HTTP_REFERER", "")):
        try:
            host = urlsplit(value[:2000]).netloc.lower()
        except ValueError:
            continue
        if host and HOST.fullmatch(host):
            return "" if host == meta.get("HTTP_HOST", "").lower() else host
    return ""
