"""What is refused before anything reads it: NUL bytes and oversized queries."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.api.messages import FieldError, shortened
from pages.api.problems import Problem, bad_parameters, not_found

MAX_QUERY = 4096
MAX_VALUE = 300
MAX_PARAMETERS = 60


def refuse_hostile(request: HttpRequest) -> None:
    """Raise the problem of a request that no honest client sends.

    PostgreSQL refuses NUL in a text, SQLite and Python refuse some large integers: neither gets them.
    """
    if "\x00" in request.path_info:
        raise not_found()
    if is_too_long(request) or len(request.GET) > MAX_PARAMETERS:
        raise Problem(400, "too-long", _("Заявката е твърде дълга."))
    errors = [
        FieldError(shortened(name.replace("\x00", "")), "bad-value", message)
        for name, values in request.GET.lists()
        for value in [name, *values]
        if (message := _refusal(value))
    ]
    if errors:
        raise bad_parameters(errors)


def is_too_long(request: HttpRequest) -> bool:
    """Tell whether a query string is too long even to be parsed."""
    return len(request.META.get("QUERY_STRING", "")) > MAX_QUERY


def _refusal(value: str) -> str:
    if "\x00" in value or "�" in value:
        return _("В стойността има непозволен знак.")
    if len(value) > MAX_VALUE:
        return _("Стойността е твърде дълга.")
    return ""
