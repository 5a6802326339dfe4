"""News and the page that lists them."""

from typing import Any
from urllib.parse import urlencode

import swapper
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.blocks import BODY_BLOCKS
from pages.models.mixins import LibraryPageMixin
from pages.models.tags import tags_in_use
from pages.paging import one_of, page_of
from pages.panels import EventChooserPanel
from pages.querysets.news import NewsPageManager, NewsPageQuerySet

NEWS_A_PAGE = 12
OTHER_NEWS = 3


class NewsIndexPageMixin(LibraryPageMixin):
    """The list of news, newest first, by year and by tag."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True

    def news(self) -> NewsPageQuerySet:
        """Return the live public news of this list, newest first."""
        return NewsPage.objects.child_of(self).live().public().newest_first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add a page of news, narrowed by `?year=` and `?tag=`; anything they do not know is not found."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        news = self.news()
        years, tags = news.years(), tags_in_use(news)
        year = one_of(request.GET.get("year"), {str(year): year for year in years})
        tag = one_of(request.GET.get("tag"), {tag.slug: tag for tag in tags})
        found = news.of_year(year) if year else news
        found = found.tagged(tag.slug) if tag else found
        page_obj = page_of(request, Paginator(found.with_image(), NEWS_A_PAGE))
        chosen = {"year": year, "tag": tag.slug if tag else None}
        query = urlencode({name: value for name, value in chosen.items() if value})
        return {
            **context,
            "page_obj": page_obj,
            "years": years,
            "tags": tags,
            "year": year,
            "tag": tag,
            "query": query,
        }


class NewsIndexPage(NewsIndexPageMixin, Page):
    """The list of news."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]
    template = "pages/news_index_page.html"
    search_fields = Page.search_fields + NewsIndexPageMixin.search_fields

    class Meta:
        verbose_name = _("списък с новини")
        verbose_name_plural = _("списъци с новини")


class NewsPageMixin(LibraryPageMixin):
    """A piece of news: when, what in short, a picture, the text."""

    date = models.DateField(_("дата"), default=timezone.localdate, db_index=True)
    lead = models.TextField(
        _("увод"), help_text=_("Най-важното с едно-две изречения. До 400 знака."), max_length=400, blank=True
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("изображение"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("описание на изображението"),
        help_text=_("Какво се вижда, с едно изречение: чете се на хора, които не виждат изображението."),
        max_length=250,
        blank=True,
    )
    body = StreamField(BODY_BLOCKS, verbose_name=_("съдържание"), blank=True, max_num=100)
    related_event = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("свързано събитие"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("lead"),
        MultiFieldPanel(["image", "image_alt"], _("Изображение")),
        FieldPanel("body"),
        FieldPanel("tags"),
        EventChooserPanel("related_event"),
    ]
    search_fields = [
        *LibraryPageMixin.search_fields,
        index.SearchField("lead", boost=1.5),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    # The same news in another language has the same day, picture and event.
    override_translatable_fields = [
        SynchronizedField("date", overridable=False),
        SynchronizedField("image"),
        SynchronizedField("related_event", overridable=False),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the related event in this language, when the public may see it, and the newest other news."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        others = NewsPage.objects.sibling_of(self, inclusive=False).live().public().newest_first()
        return {**context, "related_event": self.public_event(), "other_news": list(others[:OTHER_NEWS])}

    def public_event(self) -> Page | None:
        """Return the related event in the language of this page, or None when the public may not see it."""
        if self.related_event is None:
            return None
        pages = Page.objects.live().public().filter(locale_id=self.locale_id)
        found: Page | None = pages.filter(translation_key=self.related_event.translation_key).first()
        return found

    def clean(self) -> None:
        """Ask for a description of the picture."""
        super().clean()
        if self.image_id and not self.image_alt.strip():
            raise ValidationError({"image_alt": _("Опишете с няколко думи какво се вижда на изображението.")})


class NewsPage(NewsPageMixin, Page):
    """A piece of news."""

    tags = ClusterTaggableManager(
        through="pages.NewsPageTag",
        verbose_name=_("етикети"),
        help_text=_("Разделете етикетите със запетая."),
        blank=True,
    )

    objects = NewsPageManager()

    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/news_page.html"
    search_fields = Page.search_fields + NewsPageMixin.search_fields

    class Meta:
        verbose_name = _("новина")
        verbose_name_plural = _("новини")
