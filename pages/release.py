"""Which program answers: another one may write other bytes, though nobody published anything."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from pages import versions

NAME = "release"
OURS = ("pages", "events", "methodology", "library_site")
WRITTEN_WITH = ("Django", "django-ninja", "icalendar", "nh3", "pydantic", "wagtail")
TOLD = ("LIBRARY_DATA_LICENCE", "WAGTAIL_SITE_NAME", "WAGTAILADMIN_BASE_URL")


@cache
def digest() -> str:
    """Return what stays the same while neither our code, its texts nor the libraries it uses change."""
    found = hashlib.sha256()
    for path in sorted(_files()):
        found.update(path.read_bytes())
    for name in WRITTEN_WITH:
        found.update(version(name).encode())
    for name in TOLD:
        found.update(str(getattr(settings, name, "")).encode())
    return found.hexdigest()


def note() -> None:
    """Write down since when this release answers: what the last one wrote is older than that.

    Called when a server starts; one without its tables says so itself, later.
    """
    number = int(digest()[:15], 16)
    try:
        if versions.current(NAME).number != number:
            versions.record(NAME, number)
    except DatabaseError:
        return


def _files() -> Iterator[Path]:
    for name in OURS:
        spec = find_spec(name)
        for folder in spec.submodule_search_locations or () if spec else ():
            for ending in ("*.py", "*.html"):
                yield from Path(folder).rglob(ending)
    for catalogues in settings.LOCALE_PATHS:
        yield from Path(catalogues).rglob("*.mo")
