"""Materials for librarians."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Literal, NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field
from wagtail.models import Page

from methodology.api import examples
from methodology.models import MaterialAudience, MaterialCategory, MaterialFile, MaterialPage
from methodology.querysets import MaterialQuerySet
from methodology.querysets.materials import NEWEST_FIRST
from pages.api.conditional import conditional
from pages.api.examples import TEXT, one
from pages.api.examples import page_of as example_page
from pages.api.fields import FieldsOf
from pages.api.links import api_url
from pages.api.paging import Paged, page_of
from pages.api.problems import not_found
from pages.api.query import BodyQuery, Language, PagedQuery, Slugs, StrictQuery, UpdatedQuery
from pages.api.schema import Out
from pages.api.slugs import require_known
from pages.api.stored import one_record
from pages.api.terms import TermOut
from pages.api.texts import TextOut, body_text

router = Router(tags=[_("Методически материали")])


class MaterialFileOut(Out):
    """A file for download."""

    title: str = Field(description=_("Име на файла за читателя."))
    url: str = Field(description=_("Пълен адрес за изтегляне."))
    type: str = Field(description=_("Вид, например PDF."))
    size: int | None = Field(description=_("Размер в байтове, когато е известен."))


class MaterialOut(Out):
    """A material in a list."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор, еднакъв за преводите."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    lang: Language = Field(description=_("Език."))
    title: str = Field(description=_("Заглавие."))
    url: str = Field(description=_("Пълен адрес на страницата."))
    lead: str = Field(description=_("Накратко; може да е празно."))
    category: TermOut = Field(description=_("Категория."))
    audiences: list[TermOut] = Field(description=_("За кои библиотеки; празно: за всички."))
    edition_date: date | None = Field(description=_("Дата на изданието."))
    official_number: str = Field(description=_("Официален номер; може да е празен."))
    source: str = Field(description=_("Източник; може да е празен."))
    files: list[MaterialFileOut] = Field(description=_("Файловете."))
    replaces: uuid.UUID | None = Field(description=_("Идентификатор на изданието, което заменя."))
    updated_at: datetime | None = Field(description=_("Последно публикуване."))


class MaterialWithTextOut(MaterialOut):
    """A material, with its text when it was asked for."""

    body: TextOut | None = Field(None, description=_("Текстът; само с include=body."))


class MaterialDetailOut(MaterialOut):
    """A material with its text."""

    body: TextOut = Field(description=_("Текстът."))


class MaterialQuery(PagedQuery, UpdatedQuery, BodyQuery):
    """What materials may be filtered by."""

    category: Slugs = Field([], description=_("Категория (адресна дума); може да се повтаря."))
    audience: Slugs = Field([], description=_("За кои библиотеки (адресна дума); може да се повтаря."))
    current: bool = Field(False, description=_("true: без изданията, които са заменени с по-нови."))
    order: Literal["-edition", "updated", "-updated", "title"] = Field(
        "-edition", description=_("Подредба; -edition: най-новите издания първи.")
    )
    fields: Annotated[str, FieldsOf(MaterialWithTextOut)] = ""


class OneMaterialQuery(StrictQuery):
    """How one material is shown."""

    fields: Annotated[str, FieldsOf(MaterialDetailOut)] = ""


ORDERS = {
    "-edition": NEWEST_FIRST,
    "updated": ("last_published_at", "pk"),
    "-updated": ("-last_published_at", "-pk"),
    "title": ("title", "pk"),
}


@router.get(
    "/",
    response=Paged[MaterialWithTextOut],
    openapi_extra=example_page(examples.MATERIAL),
    summary=_("Материали"),
    operation_id="list_materials",
    description=_("Публикуваните материали, най-новите издания първи."),
)
@decorate_view(conditional("materials"))
def list_materials(request: HttpRequest, query: Query[MaterialQuery]) -> HttpResponse:
    """The published materials, the newest editions first."""
    require_known(
        ("category", query.category, MaterialCategory.objects.all()),
        ("audience", query.audience, MaterialAudience.objects.all()),
    )
    materials = _visible(query.lang).order_by(*ORDERS[query.order])
    if query.category:
        materials = materials.in_category(*query.category)
    if query.audience:
        materials = materials.for_audience(*query.audience)
    if query.current:
        materials = materials.current()
    if query.updated_since:
        materials = materials.filter(last_published_at__gte=query.updated_since)
    names = _names(query.lang)
    return page_of(request, query, materials, lambda rows: _list(request, rows, names, bool(query.include)))


@router.get(
    "/{uuid:material_id}/",
    response=MaterialDetailOut,
    openapi_extra=one(examples.MATERIAL | {"body": TEXT}),
    summary=_("Един материал с текста му"),
    operation_id="read_material",
    description=_("Материалът с текста му като HTML и като обикновен текст."),
)
@decorate_view(conditional("materials"))
def read_material(
    request: HttpRequest, material_id: uuid.UUID, query: Query[OneMaterialQuery]
) -> HttpResponse:
    """The material with its text as HTML and as plain text."""
    page = _visible(query.lang).filter(translation_key=material_id).first()
    if page is None:
        raise not_found()
    return one_record(_detail(request, page), query.fields)


def material_draft(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer with the draft of a material as it would be published."""
    return one_record(_detail(request, cast(MaterialPage, page)))


def _detail(request: HttpRequest, page: MaterialPage) -> MaterialDetailOut:
    names = _names(page.locale.language_code)
    return MaterialDetailOut(**_item(request, page, names).model_dump(), body=_text(request, page))


def _text(request: HttpRequest, page: MaterialPage) -> TextOut:
    return body_text(page.body, page.get_full_url(request) or "")


def _visible(language: str) -> MaterialQuerySet:
    pages = MaterialPage.objects.live().public().in_language(language).with_parts()
    return pages.select_related("category", "locale", "replaces")


class Names(NamedTuple):
    """The names of categories and audiences by slug, in another language than that of their rows."""

    categories: dict[str, str]
    audiences: dict[str, str]


def _names(language: str) -> Names:
    if language == "bg":
        return Names({}, {})
    return Names(MaterialCategory.objects.names(language), MaterialAudience.objects.names(language))


def _term(term: MaterialCategory | MaterialAudience, names: dict[str, str]) -> TermOut:
    return TermOut(slug=term.slug, name=names.get(term.slug, term.name))


def _list(
    request: HttpRequest, rows: Iterable[MaterialPage], names: Names, with_text: bool
) -> list[MaterialOut]:
    found = [(page, _item(request, page, names)) for page in rows]
    if not with_text:
        return [item for _page, item in found]
    return [MaterialWithTextOut(**item.model_dump(), body=_text(request, page)) for page, item in found]


def _item(request: HttpRequest, page: MaterialPage, names: Names) -> MaterialOut:
    language = page.locale.language_code
    key = page.translation_key
    return MaterialOut(
        id=key,
        self=api_url(request.build_absolute_uri("/"), "library:read_material", language, material_id=key),
        lang=language,
        title=page.title,
        url=page.get_full_url(request) or "",
        lead=page.lead,
        category=_term(page.category, names.categories),
        audiences=[_term(term, names.audiences) for term in page.audiences.all()],
        edition_date=page.edition_date,
        official_number=page.official_number,
        source=page.source,
        files=[_file(request, file) for file in page.files.all()],
        replaces=page.replaces.translation_key if page.replaces and page.replaces.live else None,
        updated_at=page.last_published_at,
    )


def _file(request: HttpRequest, file: MaterialFile) -> MaterialFileOut:
    return MaterialFileOut(
        title=file.display_title,
        url=request.build_absolute_uri(file.document.url),
        type=file.document.extension,
        size=file.document.file_size,
    )
