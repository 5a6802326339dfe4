"""Where a calendar comes from: a file, or an address on the public web; never more than the limit."""

import http.client
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import SplitResult, urljoin, urlunsplit

from events.imports.limits import MAX_BYTES, MAX_REDIRECTS, TIMEOUT
from events.imports.problems import ImportProblem
from pages.outward import Exchange, OutwardProblem, checked, read_body

MOVED = (301, 302, 303, 307, 308)
HEADERS = {"Accept": "text/calendar, */*;q=0.1"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a calendar and what it is known by."""

    data: bytes
    source: str


def open_file(path: Path) -> Loaded:
    """Read a file, but not more than the limit; ImportProblem when it is larger or cannot be read."""
    try:
        stream = path.open("rb")
    except (OSError, ValueError):
        raise ImportProblem("no-file", name=str(path)[:200]) from None
    with stream:
        return Loaded(read_bounded(stream), path.name)


def read_bounded(stream: BinaryIO) -> bytes:
    """The bytes of a stream; ImportProblem as soon as there are more than the limit."""
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError:
        raise ImportProblem("no-file", name="") from None
    if len(data) > MAX_BYTES:
        raise ImportProblem("too-large", most=MAX_BYTES // 1024)
    return data


def fetch(address: str, *, private: bool = False, seconds: float = TIMEOUT) -> Loaded:
    """Fetch a calendar from an http(s) address; ImportProblem for anything unusual.

    Only public addresses are asked unless `private`; each redirect is checked like the first address.
    """
    try:
        return _fetch(address, private, seconds)
    except OutwardProblem as problem:
        raise ImportProblem(problem.code, **problem.params) from None


def _fetch(address: str, private: bool, seconds: float) -> Loaded:
    source, ends = _over_https(address), time.monotonic() + seconds
    url = source
    for _ in range(MAX_REDIRECTS + 1):
        exchange = Exchange(url, ends=ends, seconds=seconds, private=private)
        answer = exchange.get(HEADERS, _read)
        if late := isinstance(answer, bytes) and exchange.late():
            raise late
        if isinstance(answer, bytes):
            return Loaded(answer, urlunsplit(source._replace(fragment="")))
        following = _over_https(urljoin(urlunsplit(url), answer))
        if (url.scheme, following.scheme) == ("https", "http"):
            raise ImportProblem("downgrade")
        url = following
    raise ImportProblem("redirects", most=MAX_REDIRECTS)


def _over_https(address: str) -> SplitResult:
    """The parts of an address that may be asked; what calendars call webcal is https."""
    text = address.strip()
    name, colon, rest = text.partition(":")
    return checked(f"https:{rest}" if colon and name.lower() in ("webcal", "webcals") else text)


def _read(response: http.client.HTTPResponse) -> bytes | str:
    """The calendar, or the address that the server sends on to."""
    if response.status in MOVED and (target := response.getheader("Location")):
        return target
    if response.status != 200:
        raise ImportProblem("bad-status", status=response.status)
    return read_body(response, MAX_BYTES)
