"""News."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Annotated, Literal, cast

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field
from wagtail.models import Page

from pages.api import examples
from pages.api.conditional import conditional
from pages.api.fields import FieldsOf
from pages.api.links import api_url
from pages.api.paging import Paged, page_of
from pages.api.pictures import PictureOut, picture
from pages.api.problems import not_found
from pages.api.query import (
    BodyQuery,
    Language,
    PagedQuery,
    PeriodQuery,
    Slugs,
    StrictQuery,
    UpdatedQuery,
    check_period,
)
from pages.api.schema import Out
from pages.api.slugs import require_known
from pages.api.stored import one_record
from pages.api.texts import TextOut, body_text
from pages.models import NewsPage, NewsTag
from pages.querysets.news import NewsPageQuerySet

router = Router(tags=[_("Новини")])

# From the first year that may be asked for to the last one: only the order of the days is checked.
MAX_DAYS = 366 * 111


class NewsFilters(PeriodQuery):
    """What news may be filtered by, alike in the API and in the feeds."""

    tag: Slugs = Field(
        [], description=_("Етикет (адресна дума); може да се повтаря – стига един от дадените.")
    )


class NewsOut(Out):
    """A piece of news in a list."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор, еднакъв за преводите."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    lang: Language = Field(description=_("Език на новината."))
    title: str = Field(description=_("Заглавие."))
    url: str = Field(description=_("Пълен адрес на страницата."))
    date: datetime.date = Field(description=_("Дата на новината."))
    lead: str = Field(description=_("Увод; може да е празен."))
    tags: list[str] = Field(description=_("Етикетите с думи."))
    image: PictureOut | None = Field(description=_("Изображение; null, когато няма."))
    updated_at: datetime.datetime | None = Field(description=_("Последно публикуване."))


class NewsWithTextOut(NewsOut):
    """A piece of news, with its text when it was asked for."""

    body: TextOut | None = Field(None, description=_("Текстът; само с include=body."))


class NewsDetailOut(NewsOut):
    """A piece of news with its text."""

    body: TextOut = Field(description=_("Текстът."))
    related_event: uuid.UUID | None = Field(description=_("Идентификатор на свързаното събитие."))


class NewsQuery(PagedQuery, UpdatedQuery, BodyQuery, NewsFilters):
    """A page of filtered news."""

    order: Literal["-date", "date", "updated", "-updated", "title"] = Field(
        "-date", description=_("Подредба; -date: най-новите първи.")
    )
    fields: Annotated[str, FieldsOf(NewsWithTextOut)] = ""


class OneNewsQuery(StrictQuery):
    """How one piece of news is shown."""

    fields: Annotated[str, FieldsOf(NewsDetailOut)] = ""


ORDERS = {
    "-date": ("-date", "-first_published_at", "-pk"),
    "date": ("date", "first_published_at", "pk"),
    "updated": ("last_published_at", "pk"),
    "-updated": ("-last_published_at", "-pk"),
    "title": ("title", "pk"),
}


@router.get(
    "/",
    response=Paged[NewsWithTextOut],
    openapi_extra=examples.page_of(examples.NEWS),
    summary=_("Новини"),
    operation_id="list_news",
    description=_("Публикуваните новини на избрания език, най-новите първи."),
)
@decorate_view(conditional("news"))
def list_news(request: HttpRequest, query: Query[NewsQuery]) -> HttpResponse:
    """The published news in the chosen language, the newest first."""
    news = narrowed(visible(query.lang), query).order_by(*ORDERS[query.order]).with_image()
    if query.updated_since:
        news = news.filter(last_published_at__gte=query.updated_since)
    rows = news.prefetch_related("tagged_items__tag")
    return page_of(request, query, rows, lambda page: _list(request, page, bool(query.include)))


@router.get(
    "/{uuid:news_id}/",
    response=NewsDetailOut,
    openapi_extra=examples.one(examples.NEWS | {"body": examples.TEXT, "related_event": None}),
    summary=_("Една новина с текста ѝ"),
    operation_id="read_news",
    description=_("Новината с текста ѝ като HTML и като обикновен текст."),
)
@decorate_view(conditional("news", "events"))
def read_news(request: HttpRequest, news_id: uuid.UUID, query: Query[OneNewsQuery]) -> HttpResponse:
    """The news item with its text as HTML and as plain text."""
    found = visible(query.lang).with_image().select_related("related_event")
    page = found.filter(translation_key=news_id).first()
    if page is None:
        raise not_found()
    return one_record(news_detail(request, page), query.fields)


def news_detail(request: HttpRequest, page: NewsPage) -> NewsDetailOut:
    """Return one piece of news, published or draft, with its text."""
    event = page.related_event
    return NewsDetailOut(
        **_item(request, page).model_dump(),
        body=_text(request, page),
        related_event=event.translation_key if event and event.live else None,
    )


def visible(language: str) -> NewsPageQuerySet:
    """Return the news that the public may see in a language."""
    return NewsPage.objects.live().public().in_language(language).select_related("locale")


def narrowed(news: NewsPageQuerySet, filters: NewsFilters) -> NewsPageQuerySet:
    """Keep the news that the filters match; raises the 400 problem for an unknown tag."""
    if filters.from_ and filters.to:
        check_period(filters.from_, filters.to, MAX_DAYS)
    require_known(("tag", filters.tag, NewsTag.objects.all()))
    if filters.from_:
        news = news.filter(date__gte=filters.from_)
    if filters.to:
        news = news.filter(date__lte=filters.to)
    return news.filter(tagged_items__tag__slug__in=filters.tag).distinct() if filters.tag else news


def _list(request: HttpRequest, rows: Iterable[NewsPage], with_text: bool) -> list[NewsOut]:
    if not with_text:
        return [_item(request, page) for page in rows]
    return [NewsWithTextOut(**_item(request, page).model_dump(), body=_text(request, page)) for page in rows]


def _text(request: HttpRequest, page: NewsPage) -> TextOut:
    return body_text(page.body, page.get_full_url(request) or "")


def _item(request: HttpRequest, page: NewsPage) -> NewsOut:
    language, base = page.locale.language_code, request.build_absolute_uri("/")
    return NewsOut(
        id=page.translation_key,
        self=api_url(base, "library:read_news", language, news_id=page.translation_key),
        lang=language,
        title=page.title,
        url=page.get_full_url(request) or "",
        date=page.date,
        lead=page.lead,
        tags=sorted(item.tag.name for item in page.tagged_items.all()),
        image=picture(page.image, page.image_alt, base),
        updated_at=page.last_published_at,
    )


def news_draft(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer with the draft of a piece of news as it would be published."""
    return one_record(news_detail(request, cast(NewsPage, page)))
