"""Limits counted by several processes together in a real Redis."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from postgres_server import free_port

from pages.early import middleware as early
from pages.models import RateCount
from pages.partners.limits import limiter
from pages.partners.limits.callers import Caller
from pages.partners.limits.limiter import MINUTE, Limiter, _in_redis, shared_count

ADDRESS = "/api/v1/municipalities/"


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of these tests alone, which keeps nothing on disk."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no redis-server: apt install redis-server")
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    own = (
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        str(folder),
    )
    with subprocess.Popen([program, *own], stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            process.terminate()


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return when somebody listens on a port."""
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("Redis did not start.")


@pytest.fixture(autouse=True)
def _in_a_real_redis(redis_url: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": redis_url}}
    cache.clear()
    monkeypatch.setattr(limiter, "limiter", Limiter())
    monkeypatch.setattr(early, "key_of", lambda request: None)


def test_where_there_is_a_redis_the_counts_are_in_it() -> None:
    assert shared_count() is _in_redis
    assert [_in_redis("a", 1, 3), _in_redis("a", 1, 4), _in_redis("a", 2, 1), _in_redis("b", 1, 1)] == [
        3,
        7,
        1,
        1,
    ]


def test_a_count_goes_away_by_itself() -> None:
    _in_redis("a", 1, 1)
    _in_redis("a", 1, 1)
    # The client of Django's own cache.
    client = cache._cache.get_client()  # type: ignore[attr-defined]
    left = client.ttl(cache.make_key("requests:a:1"))
    assert MINUTE <= left <= 2 * MINUTE


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_several_processes_let_through_a_tenth_more_each_at_most(processes: int) -> None:
    caller, now = Caller(key=f"of-{processes}", per_minute=50), 60.0 * 1_000_000
    each = [Limiter() for _process in range(processes)]
    allowed = sum(each[n % processes].allows(caller, now, _in_redis) for n in range(200))
    assert 50 <= allowed <= 50 + processes * 5


@pytest.mark.django_db
def test_who_asks_too_often_is_told_so_without_a_row_in_the_database(client: Client, settings: Any) -> None:
    settings.LIBRARY_REQUESTS_PER_MINUTE = 10
    statuses = [client.get(ADDRESS).status_code for _time in range(25)]
    assert statuses[:10] == [200] * 10
    assert 429 in statuses
    assert not RateCount.objects.exists()
