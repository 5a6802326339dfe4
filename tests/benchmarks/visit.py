"""Visits one page of every kind in this process and prints queries and milliseconds as JSON.

Run by `compare.py` with the environment of a site that has its demo content.
"""

import json
import logging
import os
import statistics
import sys
import time
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "library_site.settings.dev")
django.setup()

from django.core.cache import cache  # noqa: E402 - Django has to be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402

ROUNDS = 5
DOORS = ("/search/?q=книга", "/feeds/events.ics", "/feeds/closed-days.ics", "/sitemap.xml")
API = ("events", "occurrences", "hours", "closed-days", "news", "materials", "libraries", "trainings")


def addresses() -> Iterator[tuple[str, str]]:
    """Give the first Bulgarian page of every type, and the addresses that are no pages."""
    pages = Page.objects.live().public().filter(locale=Locale.get_default(), depth__gt=1).order_by("path")
    seen: set[str] = set()
    for page in pages.specific().iterator():
        kind = type(page).__name__
        if kind not in seen and (url := page.url):
            seen.add(kind)
            yield kind, url
    yield from ((door.split("?")[0], door) for door in DOORS)
    yield from ((f"/api/v1/{name}/", f"/api/v1/{name}/") for name in API)


def visit(client: Client, url: str) -> tuple[int, int, float]:
    """Return status, queries with an empty cache, and the median of some visits in milliseconds."""
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        status = client.get(url).status_code
    # Counted at once: the next request empties the list.
    asked, times = len(queries), []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        client.get(url)
        times.append(1000 * (time.perf_counter() - started))
    return status, asked, statistics.median(times)


def main() -> None:
    logging.disable(logging.WARNING)
    client = Client(headers={"host": "127.0.0.1"})
    client.get("/")
    json.dump({name: visit(client, url) for name, url in addresses()}, sys.stdout)


if __name__ == "__main__":
    main()
