"""The departments of the library: whose events and hours may be asked for."""

import uuid
from collections.abc import Iterable
from typing import Annotated, Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field
from wagtail.rich_text import expand_db_html

from events.api import examples
from events.models import Department
from pages.api.conditional import conditional
from pages.api.examples import one
from pages.api.examples import page_of as example_page
from pages.api.fields import FieldsOf
from pages.api.links import api_url
from pages.api.paging import Paged, page_of
from pages.api.pictures import PictureOut, picture
from pages.api.problems import not_found
from pages.api.query import Language, PagedQuery, StrictQuery
from pages.api.schema import Out
from pages.api.stored import one_record
from pages.api.texts import TextOut, text_of

router = Router(tags=[_("Отдели")])

ORDERS = {"usual": ("sort_order", "name", "pk"), "name": ("name", "pk")}


class DepartmentOut(Out):
    """A department with its contacts."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор, еднакъв за преводите."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    lang: Language = Field(description=_("Език."))
    slug: str = Field(description=_("Адресната дума, с която се филтрира."))
    name: str = Field(description=_("Име."))
    description: TextOut = Field(description=_("Представяне; може да е празно."))
    services: list[str] = Field(description=_("Услуги."))
    location: str = Field(description=_("Място в сградата; може да е празно."))
    phone: str = Field(description=_("Телефон."))
    email: str = Field(description=_("Електронна поща."))
    hours: str = Field(description=_("Пълен адрес на работното му време в API."))
    image: PictureOut | None = Field(description=_("Изображение; null, когато няма."))


class DepartmentQuery(PagedQuery):
    """A page of departments."""

    order: Literal["usual", "name"] = Field("usual", description=_("Подредба; usual: както на сайта."))
    fields: Annotated[str, FieldsOf(DepartmentOut)] = ""


class OneDepartmentQuery(StrictQuery):
    """How one department is shown."""

    fields: Annotated[str, FieldsOf(DepartmentOut)] = ""


@router.get(
    "/",
    response=Paged[DepartmentOut],
    openapi_extra=example_page(examples.DEPARTMENT),
    summary=_("Отдели"),
    operation_id="list_departments",
    description=_("Отделите на избрания език с адресната дума за филтрите; без превод ги няма."),
)
@decorate_view(conditional("hours", "events"))
def list_departments(request: HttpRequest, query: Query[DepartmentQuery]) -> HttpResponse:
    """The departments in the chosen language with the slug for the filters."""
    rows = _in_language(query.lang).order_by(*ORDERS[query.order])
    return page_of(request, query, rows, lambda found: _write(request, found))


@router.get(
    "/{uuid:department_id}/",
    response=DepartmentOut,
    openapi_extra=one(examples.DEPARTMENT),
    summary=_("Един отдел"),
    operation_id="read_department",
    description=_("Отделът с контактите му."),
)
@decorate_view(conditional("hours", "events"))
def read_department(
    request: HttpRequest, department_id: uuid.UUID, query: Query[OneDepartmentQuery]
) -> HttpResponse:
    """The department with its contacts."""
    rows = _write(request, _in_language(query.lang).filter(translation_key=department_id))
    if not rows:
        raise not_found()
    return one_record(rows[0], query.fields)


def _in_language(language: str) -> "QuerySet[Department]":
    rows = Department.objects.filter(locale__language_code=language)
    return rows.select_related("locale", "image").prefetch_related("image__renditions")


def _write(request: HttpRequest, rows: Iterable[Department]) -> list[DepartmentOut]:
    return [_department(row, request.build_absolute_uri("/")) for row in rows]


def _department(row: Department, base: str) -> DepartmentOut:
    language = row.locale.language_code
    asked = f"department={row.slug}" if language == "bg" else f"lang={language}&department={row.slug}"
    return DepartmentOut(
        id=row.translation_key,
        self=api_url(base, "library:read_department", language, department_id=row.translation_key),
        lang=language,
        slug=row.slug,
        name=row.name,
        description=text_of(expand_db_html(row.description), base),
        services=row.service_list,
        location=row.location,
        phone=row.phone,
        email=row.email,
        hours=f"{base}api/v1/hours/?{asked}",
        image=picture(row.image, row.name, base),
    )
