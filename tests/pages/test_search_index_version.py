"""An index made by an older stemmer is known by it, until it is made anew."""

import pytest
from django.core import checks
from django.core.management import call_command
from pages_factories import create_site

from pages import versions
from pages.bulgarian.stemming import VERSION
from pages.checks import INDEX, check_index

pytestmark = pytest.mark.django_db


def test_an_older_index_is_warned_of_until_it_is_made_anew() -> None:
    create_site()
    versions.record(INDEX, VERSION - 1)
    assert [message.id for message in check_index(databases=["default"])] == ["pages.W001"]
    assert check_index in checks.registry.registry.get_checks()
    call_command("update_index", verbosity=0)
    assert versions.current(INDEX).number == VERSION
    assert check_index(databases=["default"]) == []


def test_without_a_database_or_an_index_nothing_is_warned_of() -> None:
    versions.record(INDEX, 0)
    assert check_index(databases=None) == []
    assert check_index(databases=["default"]) == []
