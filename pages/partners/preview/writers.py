"""Who writes the draft of a kind of page as the API writes the published one; plugins register theirs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

Writer = Callable[[HttpRequest, Page], HttpResponse]

_writers: dict[type[Page], Writer] = {}


def register_writer(model: type[Page], writer: Writer) -> None:
    """Let drafts of a kind of page be previewed elsewhere; call it from `AppConfig.ready()`."""
    _writers[model] = writer


def writer_of(page: Page) -> Writer | None:
    """The writer of a page's kind, or None."""
    return _writers.get(page.specific_class or type(page))
