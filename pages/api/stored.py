"""Answers joined from texts that were written on publish."""

from collections.abc import Callable
from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse

from pages.api.fields import only
from pages.api.paging import answer, joined
from pages.api.query import PagedQuery
from pages.api.schema import Out

Write = Callable[[list[tuple[Any, ...]]], list[str]]


class TotalOf(Subquery):
    """How many rows a queryset has, in the query that reads some of them."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def stored_page(
    request: HttpRequest, query: PagedQuery, rows: "QuerySet[Any, Any]", write: Write
) -> HttpResponse:
    """Return the page that a query asks for, joined from stored records; one query, two beyond the end.

    `rows` are of `values_list()`; `write` turns those of the page into one JSON text each.
    """
    counted = rows.annotate(total_of_rows=TotalOf(rows.order_by().values("pk")))
    found = list(counted[query.offset : query.offset + query.limit])
    total = found[0][-1] if found else rows.count()
    return joined(request, query, total, write(found))


def stored_record(record: str, fields: str = "") -> HttpResponse:
    """Return one stored record, or as much of it as was asked for."""
    return answer(only([record], fields)[0])


def one_record(record: Out, fields: str = "") -> HttpResponse:
    """Return one record, or as much of it as was asked for."""
    return stored_record(record.model_dump_json(), fields)
