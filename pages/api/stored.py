"""Answers joined from texts that were written on publish."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from pages.api.fields import only
from pages.api.paging import answer, joined
from pages.api.query import PagedQuery
from pages.api.schema import Out
from pages.kept import keys_of

# What a list is not read anew for.
OF_A_PAGE = {"limit", "offset", "fields", "include"}


def stored_page(
    request: HttpRequest,
    query: PagedQuery,
    find: Callable[[], "QuerySet[Any, Any]"],
    write: Callable[[list[int]], dict[int, str]],
) -> HttpResponse:
    """Return the page that a query asks for, joined from stored records.

    `find` gives the rows of the whole list in their order; which these are is read once while the content
    stays as it is. `write` turns the keys of a page into one JSON text each.
    """
    question = (request.path, query.model_dump_json(exclude=OF_A_PAGE))
    keys = keys_of(request, question, lambda: find().values_list("pk", flat=True))
    page = list(keys[query.offset : query.offset + query.limit])
    records = write(page) if page else {}
    return joined(request, query, len(keys), [records[key] for key in page if key in records])


def stored_record(record: str, fields: str = "") -> HttpResponse:
    """Return one stored record, or as much of it as was asked for."""
    return answer(only([record], fields)[0])


def one_record(record: Out, fields: str = "") -> HttpResponse:
    """Return one record, or as much of it as was asked for."""
    return stored_record(record.model_dump_json(), fields)
