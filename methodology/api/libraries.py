"""The libraries of the network."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from methodology.api import examples
from methodology.models import Library
from methodology.models.library import LibraryKind, LibraryStatus
from pages.api.conditional import conditional
from pages.api.examples import one
from pages.api.examples import page_of as example_page
from pages.api.fields import FieldsOf
from pages.api.links import api_url
from pages.api.paging import Paged, page_of
from pages.api.problems import not_found
from pages.api.query import PagedQuery, Slugs, StrictQuery, UpdatedQuery
from pages.api.schema import Out
from pages.api.slugs import require_known
from pages.api.stored import one_record
from pages.models import Municipality

router = Router(tags=[_("Библиотеки")])

ORDERS = {
    "name": ("name", "pk"),
    "-name": ("-name", "-pk"),
    "updated": ("changed_at", "pk"),
    "-updated": ("-changed_at", "-pk"),
}


class LibraryPlaceOut(Out):
    """A municipality or a settlement."""

    name: str = Field(description=_("Име на езика на заявката."))
    slug: str = Field(description=_("Адресна дума за филтрите; при населените места е ЕКАТТЕ."))
    code: str = Field(description=_("Официален код: код на общината или ЕКАТТЕ."))


class LibraryOut(Out):
    """A library of the network."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    name: str = Field(description=_("Име."))
    kind: LibraryKind = Field(description=_("Вид."))
    status: LibraryStatus = Field(description=_("Състояние."))
    reg_no: int | None = Field(description=_("Номер на читалището в регистъра."))
    eik: str = Field(description=_("ЕИК, девет знака с водещите нули; може да е празно."))
    municipality: LibraryPlaceOut = Field(description=_("Община."))
    settlement: LibraryPlaceOut = Field(description=_("Населено място."))
    address: str = Field(description=_("Адрес."))
    phone: str = Field(description=_("Телефон."))
    email: str = Field(description=_("Електронна поща."))
    website: str = Field(description=_("Интернет страница."))
    is_sample: bool = Field(description=_("true: примерни данни, не истинска библиотека."))
    updated_at: datetime = Field(description=_("Последна промяна на записа."))


class LibraryQuery(PagedQuery, UpdatedQuery):
    """What libraries may be filtered by."""

    municipality: Slugs = Field([], description=_("Община (адресна дума); може да се повтаря."))
    kind: list[LibraryKind] = Field([], max_length=10, description=_("Вид; може да се повтаря."))
    status: list[LibraryStatus] = Field(
        [LibraryStatus.ACTIVE], max_length=5, description=_("Състояние; без него – само действащите.")
    )
    order: Literal["name", "-name", "updated", "-updated"] = Field("name", description=_("Подредба."))
    fields: Annotated[str, FieldsOf(LibraryOut)] = ""


class OneLibraryQuery(StrictQuery):
    """How one library is shown."""

    fields: Annotated[str, FieldsOf(LibraryOut)] = ""


@router.get(
    "/",
    response=Paged[LibraryOut],
    openapi_extra=example_page(examples.LIBRARY),
    summary=_("Библиотеките от мрежата"),
    operation_id="list_libraries",
    description=_("Обществените библиотеки в областта: регионална, общински, градски и читалищни."),
)
@decorate_view(conditional("libraries"))
def list_libraries(request: HttpRequest, query: Query[LibraryQuery]) -> HttpResponse:
    """The public libraries in the region: regional, municipal, town and chitalishte ones."""
    require_known(("municipality", query.municipality, Municipality.objects.all()))
    libraries = Library.objects.with_place().filter(status__in=query.status).order_by(*ORDERS[query.order])
    if query.municipality:
        libraries = libraries.in_municipality(*query.municipality)
    if query.kind:
        libraries = libraries.of_kind(*query.kind)
    if query.updated_since:
        libraries = libraries.filter(changed_at__gte=query.updated_since)
    return page_of(request, query, libraries, lambda rows: _write(request, query.lang, rows))


@router.get(
    "/{uuid:library_id}/",
    response=LibraryOut,
    openapi_extra=one(examples.LIBRARY),
    summary=_("Една библиотека"),
    operation_id="read_library",
    description=_("Библиотеката, действаща или закрита."),
)
@decorate_view(conditional("libraries"))
def read_library(request: HttpRequest, library_id: uuid.UUID, query: Query[OneLibraryQuery]) -> HttpResponse:
    """The library, working or closed."""
    found = Library.objects.with_place().filter(uid=library_id)
    if not found:
        raise not_found()
    return one_record(_write(request, query.lang, found)[0], query.fields)


def _write(request: HttpRequest, language: str, rows: Iterable[Library]) -> list[LibraryOut]:
    base = request.build_absolute_uri("/")
    return [
        _library(row, api_url(base, "library:read_library", language, library_id=row.uid)) for row in rows
    ]


def _library(row: Library, address: str) -> LibraryOut:
    town, municipality = row.settlement, row.municipality
    return LibraryOut(
        id=row.uid,
        self=address,
        name=row.name,
        kind=LibraryKind(row.kind),
        status=LibraryStatus(row.status),
        reg_no=row.reg_no,
        eik=row.eik,
        municipality=LibraryPlaceOut(
            name=municipality.display_name, slug=municipality.slug, code=municipality.code
        ),
        settlement=LibraryPlaceOut(name=town.display_name, slug=town.ekatte, code=town.ekatte),
        address=row.address,
        phone=row.phone,
        email=row.email,
        website=row.website,
        is_sample=row.is_sample,
        updated_at=row.changed_at,
    )
