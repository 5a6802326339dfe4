"""Pages of a list, with a number that nobody can stretch."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.core.paginator import Page as ListPage
from django.http import Http404, HttpRequest

MAX_PAGE = 1000

T = TypeVar("T")


def page_of(request: HttpRequest, paginator: "Paginator[Any]") -> "ListPage[Any]":
    """Return the page that `?page=` names, the first without it. Raises Http404 for any other text."""
    number = request.GET.get("page") or "1"
    if not number.isascii() or not number.isdigit() or len(number) > len(str(MAX_PAGE)):
        raise Http404
    try:
        return paginator.page(min(int(number), MAX_PAGE))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error


def one_of(value: str | None, known: Mapping[str, T]) -> T | None:
    """Return what a parameter names among the known values; None when it is absent or empty.

    Raises Http404 for a value that is not among them.
    """
    if not value:
        return None
    try:
        return known[value]
    except KeyError as error:
        raise Http404 from error
