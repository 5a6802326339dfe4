"""Choices of departments, categories and audiences: the rows of the default language only."""

from collections.abc import Iterable, Mapping

from django.forms import Field
from wagtail.models import Locale


def only_default_language(fields: Mapping[str, Field], names: Iterable[str]) -> None:
    """Offer the rows of the default language; other languages find the words by their slug."""
    for name in names:
        if name in fields:
            field = fields[name]
            field.queryset = field.queryset.filter(locale=Locale.get_default())  # type: ignore[attr-defined]
