"""Where a calendar comes from: a file, or an address on the public web; never more than the limit."""

import http.client
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from events.imports.addresses import is_public
from events.imports.limits import MAX_BYTES, MAX_REDIRECTS, TIMEOUT
from events.imports.problems import ImportProblem

PORTS = {"http": 80, "https": 443}
MOVED = (301, 302, 303, 307, 308)
_AGENT = "wagtail-biblioteka"


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
    source, ends = _checked(address), time.monotonic() + seconds
    url = source
    for _ in range(MAX_REDIRECTS + 1):
        answer = _Request(url, private, ends, seconds).answer()
        if isinstance(answer, bytes):
            return Loaded(answer, urlunsplit(source._replace(fragment="")))
        following = _checked(urljoin(urlunsplit(url), answer))
        if (url.scheme, following.scheme) == ("https", "http"):
            raise ImportProblem("downgrade")
        url = following
    raise ImportProblem("redirects", most=MAX_REDIRECTS)


def _checked(address: str) -> SplitResult:
    """The parts of an address that may be asked."""
    text = address.strip()
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in text) or len(text) > 2000:
        raise ImportProblem("bad-address")
    try:
        url = urlsplit(text)
        if url.scheme in ("webcal", "webcals"):
            url = url._replace(scheme="https")
        if url.scheme not in PORTS:
            raise ImportProblem("scheme", scheme=f"{url.scheme}:" if url.scheme else text[:20])
        port = url.port
        host = (url.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as problem:
        if isinstance(problem, ImportProblem):
            raise
        raise ImportProblem("bad-address") from None
    if not host or port == 0:
        raise ImportProblem("bad-address")
    if url.username is not None or url.password is not None:
        raise ImportProblem("credentials")
    return url


class _Request:
    """One request to one checked address, within what is left of the time."""

    def __init__(self, url: SplitResult, private: bool, ends: float, seconds: float) -> None:
        self.url, self.private, self.ends, self.seconds = url, private, ends, seconds
        self.host = (url.hostname or "").encode("idna").decode()
        self.port = url.port or PORTS[url.scheme]

    def answer(self) -> bytes | str:
        """The calendar, or the address that the server sends on to."""
        connection = http.client.HTTPConnection(self.host, self.port)
        watch: threading.Timer | None = None
        try:
            connection.sock = self._connected()
            # Whatever the server does, at the deadline nothing more is waited for.
            watch = threading.Timer(max(0.0, self.ends - time.monotonic()), _hang_up, [connection.sock])
            watch.daemon = True
            watch.start()
            return self._ask(connection)
        except (OSError, http.client.HTTPException):
            raise self._late() or ImportProblem("no-answer", host=self.host) from None
        finally:
            if watch:
                watch.cancel()
            connection.close()

    def _late(self) -> ImportProblem | None:
        if time.monotonic() < self.ends - 0.05:
            return None
        return ImportProblem("timeout", host=self.host, seconds=f"{self.seconds:g}")

    def _connected(self) -> socket.socket:
        """A connection to the very address that was checked, so that a name cannot change in between."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise ImportProblem("unknown-host", host=self.host) from None
        addresses = [str(one[4][0]) for one in found]
        if not self.private and not all(is_public(one) for one in addresses):
            raise ImportProblem("private-address", host=self.host)
        left = max(0.1, self.ends - time.monotonic())
        plain = socket.create_connection((addresses[0], self.port), timeout=left)
        if self.url.scheme == "http":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise

    def _ask(self, connection: http.client.HTTPConnection) -> bytes | str:
        path = urlunsplit(("", "", self.url.path or "/", self.url.query, ""))
        headers = {
            "Host": self.url.netloc.rpartition("@")[2].encode("idna").decode(),
            "Accept": "text/calendar, */*;q=0.1",
            "Accept-Encoding": "identity",
            "Connection": "close",
            "User-Agent": _AGENT,
        }
        connection.request("GET", _quoted(path), headers=headers)
        with connection.getresponse() as response:
            return self._read(response)

    def _read(self, response: http.client.HTTPResponse) -> bytes | str:
        if response.status in MOVED and (target := response.getheader("Location")):
            return target
        if response.status != 200:
            raise ImportProblem("bad-status", status=response.status)
        if (response.getheader("Content-Encoding") or "identity").lower() != "identity":
            raise ImportProblem("compressed")
        if (response.length or 0) > MAX_BYTES:
            raise ImportProblem("too-large", most=MAX_BYTES // 1024)
        return self._body(response)

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        data = b""
        while piece := response.read(min(16_384, MAX_BYTES + 1 - len(data))):
            data += piece
            if len(data) > MAX_BYTES:
                raise ImportProblem("too-large", most=MAX_BYTES // 1024)
        if late := self._late():
            raise late
        return data


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _quoted(path: str) -> str:
    return quote(path, safe="/?&=%:@!$'()*+,;~[]-._")
