"""The municipalities the library works with."""

import uuid
from collections.abc import Iterable
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from pages.api import examples
from pages.api.conditional import conditional
from pages.api.fields import FieldsOf
from pages.api.links import api_url
from pages.api.paging import Paged, page_of
from pages.api.problems import not_found
from pages.api.query import PagedQuery, StrictQuery
from pages.api.schema import Out
from pages.api.stored import one_record
from pages.models import Municipality

router = Router(tags=[_("Места")])

# Their official codes never change, and so neither do ids made of them.
NAMESPACE = uuid.UUID("b7c1f6a2-3f0d-5d1b-9d35-0d6f0f1c7a42")
ORDERS = {"name": ("name", "pk"), "-name": ("-name", "-pk"), "code": ("code",)}


class MunicipalityOut(Out):
    """A municipality with its official codes."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    slug: str = Field(description=_("Адресната дума, с която се филтрира."))
    name: str = Field(description=_("Името на езика на заявката."))
    code: str = Field(description=_("Код на общината по ЕКАТТЕ."))
    ekatte: str = Field(description=_("ЕКАТТЕ на общинския център."))


class MunicipalityQuery(PagedQuery):
    """A page of municipalities."""

    order: Literal["name", "-name", "code"] = Field("name", description=_("Подредба."))
    fields: Annotated[str, FieldsOf(MunicipalityOut)] = ""


class OneMunicipalityQuery(StrictQuery):
    """How one municipality is shown."""

    fields: Annotated[str, FieldsOf(MunicipalityOut)] = ""


@router.get(
    "/",
    response=Paged[MunicipalityOut],
    openapi_extra=examples.page_of(examples.MUNICIPALITY),
    summary=_("Общините от областта"),
    operation_id="list_municipalities",
    description=_("Всички общини с официалните им кодове и с адресната дума за филтрите."),
)
@decorate_view(conditional("libraries"))
def list_municipalities(request: HttpRequest, query: Query[MunicipalityQuery]) -> HttpResponse:
    """All municipalities with their official codes and with the slug for the filters."""
    rows = Municipality.objects.order_by(*ORDERS[query.order])
    return page_of(request, query, rows, lambda found: _write(request, query.lang, found))


@router.get(
    "/{uuid:municipality_id}/",
    response=MunicipalityOut,
    openapi_extra=examples.one(examples.MUNICIPALITY),
    summary=_("Една община"),
    operation_id="read_municipality",
    description=_("Общината с официалните ѝ кодове."),
)
@decorate_view(conditional("libraries"))
def read_municipality(
    request: HttpRequest, municipality_id: uuid.UUID, query: Query[OneMunicipalityQuery]
) -> HttpResponse:
    """The municipality with its official codes."""
    # There are 265 of them in the whole country.
    rows = [row for row in Municipality.objects.all() if _id(row) == municipality_id]
    if not rows:
        raise not_found()
    return one_record(_write(request, query.lang, rows)[0], query.fields)


def _id(row: Municipality) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, row.code)


def _write(request: HttpRequest, language: str, rows: Iterable[Municipality]) -> list[MunicipalityOut]:
    base = request.build_absolute_uri("/")
    return [
        MunicipalityOut(
            id=_id(row),
            self=api_url(base, "library:read_municipality", language, municipality_id=_id(row)),
            slug=row.slug,
            name=row.display_name,
            code=row.code,
            ekatte=row.ekatte,
        )
        for row in rows
    ]
