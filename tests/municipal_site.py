"""A municipality's site on an origin of its own, and a wire to the library that can be cut."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "docs/examples/municipal-site.html"
PASSED_ON = (
    "Content-Type",
    "Access-Control-Allow-Origin",
    "Cache-Control",
    "ETag",
    "Content-Security-Policy",
)


@dataclass
class Municipality:
    """A page with the snippets in their places, under a policy with one script and one connect origin."""

    library: str
    snippets: dict[str, str] = field(default_factory=dict)
    policy: str = ""

    def page(self) -> bytes:
        text = SAMPLE.read_text(encoding="utf-8")
        for kind, snippet in self.snippets.items():
            assert f"<!-- library-{kind} -->" in text
            text = text.replace(f"<!-- library-{kind} -->", snippet)
        return text.encode()

    def headers(self) -> dict[str, str]:
        strict = f"default-src 'none'; script-src {self.library}; connect-src {self.library}"
        return {"Content-Security-Policy": self.policy or strict, "Content-Type": "text/html; charset=utf-8"}


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on a free port of loopback and give the origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def municipal_site(municipality: Municipality) -> Iterator[str]:
    """Serve the page of a municipality on an origin of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/"
            self.send_response(200 if found else 404)
            for name, value in municipality.headers().items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(municipality.page() if found else b"")

        def log_message(self, *parts: object) -> None:
            pass

    with serving(Handler) as origin:
        yield origin


@contextmanager
def wire(library: str) -> Iterator[str]:
    """Another origin at which the library answers, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {"Host": self.headers["Host"]}
            request = urllib.request.Request(f"{library}{self.path}", headers=headers)  # noqa: S310 - our own
            try:
                answer = urllib.request.urlopen(request, timeout=20)  # noqa: S310 - our own
            except urllib.error.HTTPError as error:
                answer = error
            with answer:
                body = answer.read()
                self.send_response(answer.status)
                for name in PASSED_ON:
                    # A browser keeps the script, as it does for a year; the data it asks for each time.
                    if name == "Cache-Control" and not self.path.endswith(".js"):
                        self.send_header(name, "no-store")
                    elif value := answer.headers.get(name):
                        self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *parts: object) -> None:
            pass

    with serving(Handler) as origin:
        yield origin
