"""What the elements fetch: the script of a version, and the data of a kind."""

import gzip

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from events.embeds.kinds import Embed
from events.embeds.releases import released
from events.embeds.scripts import Script, current
from pages.api.conditional import View, conditional
from pages.api.door import public_door
from pages.api.problems import not_found
from pages.api.query import read_query

FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"


def data_view(embed: Embed) -> View:
    """The view that answers with what an embed of one kind shows, as JSON."""

    @public_door
    @conditional(*embed.versions)
    def data(request: HttpRequest) -> HttpResponse:
        shown = embed.shown(request, read_query(request, embed.query))
        return HttpResponse(shown.model_dump_json(), content_type="application/json")

    return data  # type: ignore[return-value]


@public_door
def newest_script(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer with the script of this release; its bytes change, so no integrity goes with this address."""
    return _answer(request, current(name), FOR_AN_HOUR)


@public_door
def pinned_script(request: HttpRequest, name: str, digest: str) -> HttpResponseBase:
    """Answer with one version of a script for ever; 404 for a version that never was."""
    script = released(name, digest)
    if script is None:
        raise not_found()
    return _answer(request, script, FOR_EVER)


def _answer(request: HttpRequest, script: Script, cache_control: str) -> HttpResponseBase:
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    etag = f'"{script.digest}{"-gzip" if packed else ""}"'
    response: HttpResponse
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    else:
        body = script.body.encode()
        response = HttpResponse(
            gzip.compress(body, mtime=0) if packed else body, content_type="text/javascript; charset=utf-8"
        )
        if packed:
            response["Content-Encoding"] = "gzip"
    response["ETag"] = etag
    response["Cache-Control"] = cache_control
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
