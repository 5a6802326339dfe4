"""The sample configuration of nginx, run by a real nginx in front of the site."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from events_factories import EventIndexPageFactory, published_event
from pages_factories import create_site
from postgres_server import free_port
from web_servers import Server, nginx

SAMPLE = Path(__file__).parents[2] / "docs" / "how-to" / "nginx.conf"
CALENDAR = "/feeds/events.ics"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def event(live_server: Any, locales: Any, root: Any) -> Any:
    return published_event(EventIndexPageFactory(parent=create_site().home), title="Клуб")


@pytest.fixture
def front(tmp_path: Path, live_server: Any, event: Any) -> Iterator[Server]:
    """nginx with the sample in front of the live server; what is cached is old after a second."""
    if not (shutil.which("nginx") or Path("/usr/sbin/nginx").exists()):
        pytest.skip("no nginx: apt install nginx-light")
    port = free_port()
    text = SAMPLE.read_text()
    for old, new in (
        ("127.0.0.1:8000", live_server.url.removeprefix("http://").replace("localhost", "127.0.0.1")),
        ("listen 8080", f"listen 127.0.0.1:{port}"),
        ("/var/cache/nginx/library", str(tmp_path / "cache")),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with nginx(tmp_path / "nginx", text, port) as server:
        yield server


def test_an_anonymous_answer_comes_from_the_cache_and_is_the_same(front: Server) -> None:
    first = front.get(CALENDAR)
    again = front.get(CALENDAR)
    assert (first[0], first[1]["x-cache"], again[1]["x-cache"]) == (200, "MISS", "HIT")
    assert first[2] == again[2]
    assert front.get(CALENDAR, {"If-None-Match": first[1]["etag"]})[0] == 304
    packed = front.get(CALENDAR, {"Accept-Encoding": "gzip, br"})
    assert packed[1]["x-cache"] == "MISS"
    assert front.get(CALENDAR, {"Accept-Encoding": "br, gzip"})[1]["x-cache"] == "HIT"


def test_who_is_signed_in_goes_past_the_cache(front: Server) -> None:
    front.get("/sabitia/")
    assert front.get("/sabitia/")[1]["x-cache"] == "HIT"
    for headers in ({"Cookie": "sessionid=x"}, {"Authorization": "Bearer x"}):
        assert front.get("/sabitia/", headers)[1]["x-cache"] == "BYPASS"
    assert "x-cache" not in front.get("/admin/login/")[1] or front.get("/admin/login/")[1]["x-cache"] != "HIT"


def test_errors_are_not_kept(front: Server) -> None:
    for _ in range(2):
        status, headers, _body = front.get("/api/v1/events/?nonsense=1")
        assert (status, headers["x-cache"]) == (400, "MISS")
