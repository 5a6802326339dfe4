"""A browser that reads Bulgarian and fails a test for anything a visitor should never meet."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from demo_server import running_demo
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route, sync_playwright

# Playwright's loop lives in this thread; Django would refuse its own ORM beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Watch:
    """What went wrong in a page: errors of the console (broken CSP among them) and requests to strangers."""

    origin: str
    problems: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, text: str) -> None:
        """Expect problems that contain a text, such as the 404 a test asks for."""
        self.allowed.append(text)

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.problems.append(f"{message.text} ({message.location.get('url', '')})")

    def script(self, error: Error) -> None:
        self.problems.append(str(error))

    def route(self, route: Route) -> None:
        url = route.request.url
        if url.startswith(f"{self.origin}/") or urlsplit(url).scheme in {"data", "blob"}:
            route.continue_()
            return
        self.problems.append(f"A request to {url}")
        route.abort()

    def check(self) -> None:
        left = [text for text in self.problems if not any(part in text for part in self.allowed)]
        assert not left, "\n".join(left)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


OpenSite = Callable[..., Page]


@pytest.fixture
def open_site(chromium: Browser) -> Iterator[OpenSite]:
    """Open a page on an origin: `open_site(origin, **options)`; the page's `watch` tells what went wrong."""
    opened: list[Watch] = []

    def open_page(origin: str, **options: Any) -> Page:
        watch = Watch(origin)
        opened.append(watch)
        usual = {
            "locale": "bg-BG",
            "timezone_id": "Europe/Sofia",
            "base_url": origin,
            "reduced_motion": "reduce",
        }
        context = chromium.new_context(**{**usual, **options})
        context.set_default_timeout(15_000)
        context.route("**/*", watch.route)
        page = context.new_page()
        page.on("console", watch.console)
        page.on("pageerror", watch.script)
        page.watch = watch
        return page

    yield open_page
    for context in chromium.contexts:
        context.close()
    for watch in opened:
        watch.check()


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with the demo content, served once for all tests of the session."""
    with running_demo(tmp_path_factory.mktemp("demo")) as url:
        yield url


@pytest.fixture
def demo_page(open_site: OpenSite, demo_url: str) -> Page:
    """A browser page whose relative addresses lead to the demo site."""
    return open_site(demo_url)


@pytest.fixture
def live_page(open_site: OpenSite, live_server: Any) -> Page:
    """A browser page whose relative addresses lead to a server over the test's own database."""
    return open_site(live_server.url)


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Examine a page for accessibility and return its violations of WCAG 2.2 A and AA, one line each."""
    if not AXE.is_file():
        pytest.skip("no axe-core: make fonts")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def examine(page: Page) -> list[str]:
        # The page's own policy forbids added scripts; the debugger's evaluation is not the page's.
        page.evaluate(AXE.read_text(encoding="utf-8"))
        call = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
        result = page.evaluate(call, tags)
        return [
            f"{violation['id']}: {violation['help']}: {node['target']}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]

    return examine
