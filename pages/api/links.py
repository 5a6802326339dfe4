"""Addresses of records in the API itself."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse


def api_url(base_url: str, name: str, language: str, **arguments: Any) -> str:
    """Return the full address of an API view, by name, in a language; `base_url` gives scheme and host."""
    path = reverse(name, kwargs=arguments)
    return urljoin(base_url, path if language == settings.LANGUAGE_CODE else f"{path}?lang={language}")
