"""The demo content in the test database: loaded once for all tests that stand here, taken back after them."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from demo_content import MORNING, TODAY, rolled_back
from django.db import connection
from wagtail.models import Collection, Page

from library_site.demo.load import load
from library_site.granting import ensure_roles


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The bench on which the demo was made, as of a fixed Monday, on an empty database."""
    with django_db_blocker.unblock(), time_machine.travel(MORNING), rolled_back():
        if not Collection.get_first_root_node():
            Collection.add_root(name="Root")
        if not Page.get_first_root_node():
            Page.add_root(title="Root", slug="root")
        ensure_roles()
        bench = load(TODAY, say=lambda name: None)
        if connection.vendor == "postgresql":
            # Autovacuum never sees what is not committed: without this the planner believes the tables empty.
            connection.cursor().execute("ANALYZE")
        yield bench
