"""One request to a checked address of the public net, within a deadline and without surprises."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from pages.outward import addresses

PORTS = {"http": 80, "https": 443}
MAX_ADDRESS = 2000
PIECE = 16_384

Answer = TypeVar("Answer")
Read = Callable[[http.client.HTTPResponse], Answer]


class OutwardProblem(Exception):
    """Why an address is not asked, or gave no answer: a code with what it speaks of."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def checked(address: str, schemes: Collection[str] = tuple(PORTS)) -> SplitResult:
    """The parts of an address that may be asked; OutwardProblem for any other."""
    text = address.strip()
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in text) or len(text) > MAX_ADDRESS:
        raise OutwardProblem("bad-address")
    try:
        url = urlsplit(text)
        port, host = url.port, _ascii_host(url)
    except ValueError:
        raise OutwardProblem("bad-address") from None
    if url.scheme not in schemes:
        raise OutwardProblem("scheme", scheme=f"{url.scheme}:" if url.scheme else text[:20])
    if not host or port == 0:
        raise OutwardProblem("bad-address")
    if url.username is not None or url.password is not None:
        raise OutwardProblem("credentials")
    return url


class Exchange:
    """One request to a checked address, ended at a moment of the monotonic clock.

    Unless `private`, only public addresses are asked, whatever the name of the host leads to, and the
    connection goes to the very address that was checked. Redirects are not followed: the reader of the
    answer sees them.
    """

    def __init__(self, url: SplitResult, *, ends: float, seconds: float, private: bool = False) -> None:
        self.url, self.private, self.ends, self.seconds = url, private, ends, seconds
        self.host = _ascii_host(url)
        self.port = url.port or PORTS[url.scheme]

    def get(self, headers: Mapping[str, str], read: Read[Answer]) -> Answer:
        """Ask for the address and return what `read` makes of the answer."""
        return self._exchange("GET", headers, None, read)

    def post(self, body: bytes, headers: Mapping[str, str], read: Read[Answer]) -> Answer:
        """Send a body and return what `read` makes of the answer."""
        return self._exchange("POST", headers, body, read)

    def late(self) -> OutwardProblem | None:
        """The problem of an answer that took too long; None while there is time."""
        if time.monotonic() < self.ends - 0.05:
            return None
        return OutwardProblem("timeout", host=self.host, seconds=f"{self.seconds:g}")

    def _exchange(
        self, method: str, headers: Mapping[str, str], body: bytes | None, read: Read[Answer]
    ) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port)
        watch: threading.Timer | None = None
        try:
            connection.sock = self._connected()
            # Whatever the server does, at the deadline nothing more is waited for.
            watch = threading.Timer(max(0.0, self.ends - time.monotonic()), _hang_up, [connection.sock])
            watch.daemon = True
            watch.start()
            path = urlunsplit(("", "", self.url.path or "/", self.url.query, ""))
            connection.request(method, _quoted(path), body=body, headers={**self._headers(), **headers})
            with connection.getresponse() as response:
                return read(response)
        except (OSError, http.client.HTTPException):
            raise self.late() or OutwardProblem("no-answer", host=self.host) from None
        finally:
            if watch:
                watch.cancel()
            connection.close()

    def _headers(self) -> dict[str, str]:
        return {
            "Host": self.url.netloc.rpartition("@")[2].encode("idna").decode(),
            "Accept-Encoding": "identity",
            "Connection": "close",
            "User-Agent": "wagtail-biblioteka",
        }

    def _connected(self) -> socket.socket:
        """A connection to the very address that was checked, so that a name cannot change in between."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise OutwardProblem("unknown-host", host=self.host) from None
        resolved = [str(one[4][0]) for one in found]
        if not self.private and not all(addresses.is_public(one) for one in resolved):
            raise OutwardProblem("private-address", host=self.host)
        left = max(0.1, self.ends - time.monotonic())
        plain = socket.create_connection((resolved[0], self.port), timeout=left)
        if self.url.scheme == "http":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def read_body(response: http.client.HTTPResponse, most: int) -> bytes:
    """The body of an answer; OutwardProblem as soon as it is compressed or larger than `most` bytes."""
    if (response.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise OutwardProblem("compressed")
    if (response.length or 0) > most:
        raise OutwardProblem("too-large", most=most // 1024)
    data = b""
    while piece := response.read(min(PIECE, most + 1 - len(data))):
        data += piece
        if len(data) > most:
            raise OutwardProblem("too-large", most=most // 1024)
    return data


def _ascii_host(url: SplitResult) -> str:
    # A name that cannot be written for the net raises UnicodeError, which is a ValueError.
    return (url.hostname or "").encode("idna").decode()


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _quoted(path: str) -> str:
    return quote(path, safe="/?&=%:@!$'()*+,;~[]-._")
