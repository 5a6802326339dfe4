"""The watch over a page sees what it must: without this, a clean browser test would prove nothing."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

PAGES = {
    "/clean": "<!doctype html><html lang=bg><title>Чисто</title><main><h1>Чисто</h1></main>",
    "/inline": "<!doctype html><title>x</title><script>document.title = 'broken'</script>",
    "/stranger": "<!doctype html><title>x</title><img alt='' src='http://library.example/picture.png'>",
    "/unnamed": "<!doctype html><html lang=bg><title>Без</title><main><h1>Без</h1><img src='data:,'></main>",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "script-src 'self'")
        self.end_headers()
        self.wfile.write(PAGES.get(self.path, "<!doctype html><title>Няма</title>").encode())

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/inline", "Content Security Policy"),
        ("/stranger", "A request to http://library.example/picture.png"),
        ("/missing", "404"),
    ],
)
def test_a_page_with_a_fault_is_noticed(
    open_site: Callable[[str], Any], origin: str, path: str, problem: str
) -> None:
    page = open_site(origin)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert any(problem in text for text in page.watch.problems)
    page.watch.problems.clear()


def test_a_clean_page_has_no_fault(open_site: Callable[[str], Any], origin: str) -> None:
    page = open_site(origin)
    page.goto("/clean")
    assert page.title() == "Чисто"
    page.watch.check()


def test_the_examination_for_accessibility_works_under_a_strict_policy(
    open_site: Callable[[str], Any], axe: Callable[[Any], list[str]], origin: str
) -> None:
    page = open_site(origin)
    page.goto("/clean")
    assert axe(page) == []
    page.goto("/unnamed")
    assert [line.split(":")[0] for line in axe(page)] == ["image-alt"]
