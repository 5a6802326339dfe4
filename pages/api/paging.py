"""Pages of a list, with their total and links to the neighbours."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from pydantic import Field

from pages.api.fields import only
from pages.api.query import MAX_OFFSET, PagedQuery
from pages.api.schema import Out

CONTENT_TYPE = "application/json; charset=utf-8"

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
    write: Callable[[Iterable[Any]], Sequence[Out]],
) -> HttpResponse:
    """Return the page that a query asks for; `write` turns its rows into records. Two queries."""
    total = rows.count()
    found = write(rows[query.offset : query.offset + query.limit])
    return joined(request, query, total, [record.model_dump_json() for record in found])


def joined(request: HttpRequest, query: PagedQuery, total: int, records: list[str]) -> HttpResponse:
    """Return a page of records that are JSON already, with the fields asked for."""
    head = json.dumps({"total": total, **neighbours(request, query, total)})
    return answer(f'{head[:-1]}, "items": [{",".join(only(records, query.fields))}]}}')


def answer(text: str) -> HttpResponse:
    """Return JSON."""
    return HttpResponse(text, content_type=CONTENT_TYPE)


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
