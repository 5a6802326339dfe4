"""Pages of a list, with their total and links to the neighbours."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from pydantic import Field

from pages.api.query import MAX_OFFSET, PagedQuery
from pages.api.schema import Out

Item = TypeVar("Item")


class Paged(Out, Generic[Item]):
    """One page of a list."""

    total: int = Field(description=_("Колко записа отговарят на заявката."))
    limit: int = Field(description=_("Колко записа има най-много в страницата."))
    offset: int = Field(description=_("Колко записа са пропуснати преди нея."))
    next: str | None = Field(description=_("Адрес на следващата страница; null в последната."))
    previous: str | None = Field(description=_("Адрес на предишната страница; null в първата."))
    items: list[Item] = Field(description=_("Записите."))


def page_of(
    request: HttpRequest,
    query: PagedQuery,
    rows: "QuerySet[Any]",
    write: Callable[[Iterable[Any]], list[Any]],
) -> dict[str, Any]:
    """Return the page that a query asks for; `write` turns its rows into items. Two queries."""
    total = rows.count()
    found = rows[query.offset : query.offset + query.limit]
    return _page(request, query, total, write(found))


def page_of_list(request: HttpRequest, query: PagedQuery, items: list[Any]) -> dict[str, Any]:
    """Return the page that a query asks for of items that are all at hand."""
    found = items[query.offset : query.offset + query.limit]
    return _page(request, query, len(items), found)


def _page(request: HttpRequest, query: PagedQuery, total: int, items: list[Any]) -> dict[str, Any]:
    return {"total": total, **neighbours(request, query, total), "items": items}


def neighbours(request: HttpRequest, query: PagedQuery, total: int) -> dict[str, Any]:
    """Return which page it is, and the addresses of the pages before and after it."""
    after, before = query.offset + query.limit, max(query.offset - query.limit, 0)
    return {
        "limit": query.limit,
        "offset": query.offset,
        "next": _link(request, after) if after < total and after <= MAX_OFFSET else None,
        "previous": _link(request, before) if query.offset else None,
    }


def _link(request: HttpRequest, offset: int) -> str:
    parameters = [
        (name, value) for name, values in request.GET.lists() for value in values if name != "offset"
    ]
    address = f"{request.path}?{urlencode([*parameters, ('offset', offset)])}"
    return request.build_absolute_uri(address)
