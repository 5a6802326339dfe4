"""The names of categories, audiences and departments in each language, held in the cache."""

from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db import models
from wagtail.coreutils import get_supported_content_language_variant

from events.models.departments import Department
from events.models.terms import Audience, EventCategory
from pages.navigation import active_language

KEY = "events.vocabulary"
# Another process may have changed a name; labels may be a minute late.
SECONDS = 60

KINDS: dict[str, type[models.Model]] = {
    "category": EventCategory,
    "audience": Audience,
    "department": Department,
}


class Word(NamedTuple):
    """A word as readers see it: the slug that filters use and the name in a language."""

    slug: str
    name: str


def words(kind: str, language: str | None = None) -> list[Word]:
    """All words of a kind ("category", "audience", "department") in their order, in the active language."""
    code = language or active_language()
    return [Word(slug, names.get(code) or names[min(names)]) for slug, names in _held()[kind].items()]


def name_of(kind: str, record: EventCategory | Audience | Department | None) -> str:
    """The name of a record in the active language; no query for the default language."""
    if record is None:
        return ""
    code = active_language()
    if code == get_supported_content_language_variant(settings.LANGUAGE_CODE):
        return record.name
    return _held()[kind].get(record.slug, {}).get(code) or record.name


def forget() -> None:
    """Read the names anew at the next question."""
    cache.delete(KEY)


def _held() -> dict[str, dict[str, dict[str, str]]]:
    held: dict[str, dict[str, dict[str, str]]] | None = cache.get(KEY)
    if held is None:
        held = {kind: _read(model) for kind, model in KINDS.items()}
        cache.set(KEY, held, SECONDS)
    return held


def _read(model: type[models.Model]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    rows = model._default_manager.order_by("sort_order", "name", "pk")
    for slug, code, name in rows.values_list("slug", "locale__language_code", "name"):
        found.setdefault(slug, {})[code] = name
    return found
