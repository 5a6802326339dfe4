"""What every test may ask for: a site in two languages, counted queries, the run on another database."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from prepared_database import keep, take

hypothesis_settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis_settings.load_profile("suite")


def _sqlite_file() -> str:
    """The file of the test database; empty on another database."""
    return connection.settings_dict["TEST"]["NAME"] if connection.vendor == "sqlite" else ""


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Tell whether the database is there already: migrated by an earlier run, and copied for this one."""
    file = _sqlite_file()
    return bool(request.config.getvalue("reuse_db")) or bool(file and take(file))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_keepdb: bool) -> None:
    """Make the test database, and keep it as it is before the first test."""
    file = _sqlite_file()
    if file and not django_db_keepdb:
        keep(file)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Let no test see what another one cached about rows that are gone."""
    from pages import kept, versions
    from pages.early.middleware import memory

    cache.clear()
    memory.clear()
    kept.memory.clear()
    versions.forget()


@pytest.fixture(autouse=True)
def _in_bulgarian() -> Iterator[None]:
    """Begin every test in the site's language: a request leaves its own behind."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


class Locales(NamedTuple):
    """The two languages of the site."""

    bg: Any
    en: Any


@pytest.fixture
def locales(db: None) -> Locales:
    from wagtail.models import Locale

    return Locales(*(Locale.objects.get_or_create(language_code=code)[0] for code in ("bg", "en")))


@pytest.fixture
def root(locales: Locales) -> Any:
    """The root of the page tree; with the root of the collections, even after a test emptied the tables."""
    from wagtail.models import Collection, Page

    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locales.bg)


@pytest.fixture
def home(root: Any, locales: Locales) -> Any:
    """The Bulgarian home page, the only child of the root."""
    from pages.models import HomePage

    root.get_children().delete()
    root.refresh_from_db()
    return root.add_child(instance=HomePage(title="Начало", slug="home", locale=locales.bg))


@pytest.fixture
def site(home: Any) -> Any:
    """The default site, with the Bulgarian home page as its root."""
    from wagtail.models import Site

    values = {"hostname": "localhost", "port": 80, "root_page": home, "site_name": "Библиотека"}
    return Site.objects.update_or_create(is_default_site=True, defaults=values)[0]


@pytest.fixture
def english_home(home: Any, locales: Locales) -> Any:
    """The English translation of the home page."""
    translation = home.copy_for_translation(locales.en)
    translation.title = "Home"
    translation.save_revision().publish()
    translation.refresh_from_db()
    return translation


CountQueries = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def count_queries() -> CountQueries:
    """Expect exactly one query for each reason given: `with count_queries("the page", "its parents"): …`."""

    @contextmanager
    def count(*reasons: str) -> Iterator[None]:
        with CaptureQueriesContext(connection) as captured:
            yield
        queries = [query["sql"] for query in captured.captured_queries]
        if len(queries) != len(reasons):
            expected = "\n".join(f"{number:3}. {reason}" for number, reason in enumerate(reasons, 1))
            made = "\n".join(f"{number:3}. {sql[:300]}" for number, sql in enumerate(queries, 1))
            pytest.fail(
                f"{len(queries)} queries instead of {len(reasons)}.\nExpected:\n{expected}\nMade:\n{made}"
            )

    return count
