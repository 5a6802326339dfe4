"""Fetching a calendar: a real server on loopback, the addresses that are never asked, and the limits."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from calendars import calendar, vevent
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from events.imports import ImportProblem, fetch
from events.models import EventIndexPage, EventPage, ImportedEvent
from pages.outward import is_public

CALENDAR = calendar(vevent("talk@example", start="20261204T173000"))


class Handler(BaseHTTPRequestHandler):
    """Answers as the path says."""

    def do_GET(self) -> None:
        getattr(self, f"answer_{self.path.strip('/').partition('?')[0].partition('.')[0]}")()

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_calendar(self) -> None:
        self.send(200, CALENDAR, Content_Type="text/calendar")

    def answer_moved(self) -> None:
        self.send(302, Location="/calendar.ics")

    def answer_around(self) -> None:
        self.send(302, Location="/around")

    def answer_outside(self) -> None:
        self.send(302, Location="file:///etc/passwd")

    def answer_missing(self) -> None:
        self.send(404, b"nothing here")

    def answer_packed(self) -> None:
        self.send(200, b"\x1f\x8b", Content_Encoding="gzip")

    def answer_declared(self) -> None:
        self.send(200, b"", Content_Length=str(50 * 1024 * 1024))

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.server.sent = 0  # type: ignore[attr-defined]
        try:
            while self.server.sent < 50 * 1024 * 1024:  # type: ignore[attr-defined]
                self.server.sent += self.wfile.write(b"x" * 65536)  # type: ignore[attr-defined]
        except OSError:
            return

    def answer_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.done.wait(0.05):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
        except OSError:
            return

    def log_message(self, *args: Any) -> None:
        return


Address = Callable[[str], str]


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    """A server of this test only."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        found.done = threading.Event()  # type: ignore[attr-defined]
        found.daemon_threads = True
        thread = threading.Thread(target=found.serve_forever, args=(0.02,))
        thread.start()
        yield found
        found.done.set()  # type: ignore[attr-defined]
        found.shutdown()
        thread.join()


@pytest.fixture
def at(server: ThreadingHTTPServer) -> Address:
    """The address of a path on the server."""
    return lambda path: f"http://127.0.0.1:{server.server_port}/{path}"


def code_of(address: str, **options: Any) -> str:
    with pytest.raises(ImportProblem) as caught:
        fetch(address, **options)
    return caught.value.code


def test_a_calendar_is_fetched_and_known_by_its_address(at: Address) -> None:
    loaded = fetch(at("calendar.ics?a=1#part"), private=True)
    assert (loaded.data, loaded.source) == (CALENDAR, at("calendar.ics?a=1"))


def test_a_redirect_is_followed_and_the_first_address_remembered(at: Address) -> None:
    loaded = fetch(at("moved"), private=True)
    assert (loaded.data, loaded.source) == (CALENDAR, at("moved"))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("around", "redirects"),
        ("outside", "scheme"),
        ("missing", "bad-status"),
        ("packed", "compressed"),
        ("declared", "too-large"),
    ],
)
def test_an_unusual_answer_is_refused(at: Address, path: str, code: str) -> None:
    assert code_of(at(path), private=True) == code


def test_an_endless_answer_is_not_read_to_its_end(at: Address, server: ThreadingHTTPServer) -> None:
    assert code_of(at("endless"), private=True) == "too-large"
    # The system's buffers take some megabytes more than was read.
    assert server.sent < 20 * 1024 * 1024  # type: ignore[attr-defined]


def test_a_server_that_drips_is_given_up_at_the_deadline(at: Address) -> None:
    started = time.monotonic()
    assert code_of(at("dripping"), private=True, seconds=0.5) == "timeout"
    assert time.monotonic() - started < 3


def test_a_private_address_is_not_asked_unless_it_is_allowed(at: Address) -> None:
    assert code_of(at("calendar.ics")) == "private-address"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("file:///etc/passwd", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("ftp://example.org/a.ics", "scheme"),
        ("gopher://example.org/", "scheme"),
        ("calendar.ics", "scheme"),
        ("https://", "bad-address"),
        ("https://example.org:0/", "bad-address"),
        ("https://exa mple.org/", "bad-address"),
        ("https://example.org/\r\nHost: other", "bad-address"),
        ("https://a:b@example.org/", "credentials"),
        ("http://localhost/a.ics", "private-address"),
        ("http://2130706433/a.ics", "private-address"),
        ("http://[::1]/a.ics", "private-address"),
        ("http://169.254.169.254/latest/meta-data", "private-address"),
        ("webcal://127.0.0.1/a.ics", "private-address"),
    ],
)
def test_an_address_that_must_not_be_asked_is_refused(address: str, code: str) -> None:
    assert code_of(address) == code


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:4700:4700::1111", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address, not a server
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.django_db
def test_an_address_is_imported_through_the_admin(
    client: Client, programme: EventIndexPage, at: Address, settings: Any
) -> None:
    settings.LIBRARY_IMPORT_FROM_PRIVATE_ADDRESSES = True
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    form = {"address": at("calendar.ics"), "page": programme.pk}
    preview = client.post(reverse("events_import"), form).url
    expected = client.get(preview).context["form"]["expected"].value()
    client.post(preview, {"expected": expected})
    assert EventPage.objects.get().title == "Среща с автор"
    assert ImportedEvent.objects.get().source == at("calendar.ics")
