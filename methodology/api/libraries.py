"""The libraries of the network."""

import uuid
from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from methodology.models import Library
from methodology.models.library import LibraryKind, LibraryStatus
from pages.api.conditional import conditional
from pages.api.paging import Paged, page_of
from pages.api.query import PagedQuery, Slugs
from pages.api.schema import Out
from pages.api.slugs import require_known
from pages.models import Municipality

router = Router(tags=[_("Библиотеки")])

# Ids of records without a UUID of their own: derived from what they are registered under.
NAMESPACE = uuid.UUID("8a2f3f0e-6c0f-5b8e-9f55-6d1a3d6b7c21")


class LibraryQuery(PagedQuery):
    """What libraries may be filtered by."""

    municipality: Slugs = Field([], description=_("Община (адресна дума); може да се повтаря."))
    kind: list[LibraryKind] = Field([], max_length=10, description=_("Вид; може да се повтаря."))
    status: list[LibraryStatus] = Field(
        [LibraryStatus.ACTIVE], max_length=5, description=_("Състояние; без него – само действащите.")
    )


class PlaceOut(Out):
    """A municipality or a settlement."""

    name: str = Field(description=_("Име на езика на заявката."))
    slug: str = Field(description=_("Адресна дума за филтрите; при населените места е ЕКАТТЕ."))
    code: str = Field(description=_("Официален код: код на общината или ЕКАТТЕ."))


class LibraryOut(Out):
    """A library of the network."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор."))
    name: str = Field(description=_("Име."))
    kind: LibraryKind = Field(description=_("Вид."))
    status: LibraryStatus = Field(description=_("Състояние."))
    reg_no: int | None = Field(description=_("Номер на читалището в регистъра."))
    eik: str = Field(description=_("ЕИК, девет знака с водещите нули; може да е празно."))
    municipality: PlaceOut = Field(description=_("Община."))
    settlement: PlaceOut = Field(description=_("Населено място."))
    address: str = Field(description=_("Адрес."))
    phone: str = Field(description=_("Телефон."))
    email: str = Field(description=_("Електронна поща."))
    website: str = Field(description=_("Интернет страница."))
    is_sample: bool = Field(description=_("true: примерни данни, не истинска библиотека."))


@router.get(
    "/",
    response=Paged[LibraryOut],
    summary=_("Библиотеките от мрежата"),
    operation_id="list_libraries",
    description=_("Обществените библиотеки в областта: регионална, общински, градски и читалищни."),
)
@decorate_view(conditional("libraries"))
def list_libraries(request: HttpRequest, query: Query[LibraryQuery]) -> dict[str, object]:
    """The public libraries in the region: regional, municipal, town and chitalishte ones."""
    require_known(("municipality", query.municipality, Municipality.objects.all()))
    libraries = Library.objects.with_place().filter(status__in=query.status).order_by("name", "pk")
    if query.municipality:
        libraries = libraries.in_municipality(*query.municipality)
    if query.kind:
        libraries = libraries.of_kind(*query.kind)
    return page_of(request, query, libraries, _write)


def _write(rows: Iterable[Library]) -> list[LibraryOut]:
    return [_library(row) for row in rows]


def _library(row: Library) -> LibraryOut:
    town, municipality = row.settlement, row.municipality
    return LibraryOut(
        id=uuid.uuid5(NAMESPACE, f"chitalishte-{row.reg_no}" if row.reg_no else f"library-{row.pk}"),
        name=row.name,
        kind=LibraryKind(row.kind),
        status=LibraryStatus(row.status),
        reg_no=row.reg_no,
        eik=row.eik,
        municipality=PlaceOut(name=municipality.display_name, slug=municipality.slug, code=municipality.code),
        settlement=PlaceOut(name=town.display_name, slug=town.ekatte, code=town.ekatte),
        address=row.address,
        phone=row.phone,
        email=row.email,
        website=row.website,
        is_sample=row.is_sample,
    )
