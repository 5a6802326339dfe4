"""The home page of one language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.models.mixins import LibraryPageMixin
from pages.models.news import NewsIndexPage
from pages.page_forms import HomePageForm

# One with a picture and five short ones.
NEWS_ON_HOME = 6


class HomePageMixin(LibraryPageMixin):
    """The first page: an introduction; the rest comes from the plugins and from the news."""

    intro = models.TextField(
        _("въведение"),
        help_text=_("Едно-две изречения за библиотеката. До 400 знака."),
        max_length=400,
        blank=True,
    )

    base_form_class = HomePageForm
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the latest news, one of them with a picture where there is one, and the list they are on."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        news_index = NewsIndexPage.objects.child_of(self).live().public().first()
        news = list(news_index.news().with_image()[:NEWS_ON_HOME]) if news_index else []
        lead = next((item for item in news if item.image_id), news[0] if news else None)
        return {
            **context,
            "news_index": news_index,
            "lead_news": lead,
            "more_news": [item for item in news if item is not lead],
        }


class HomePage(HomePageMixin, Page):
    """The home page."""

    parent_page_types = ["wagtailcore.Page"]

    template = "pages/home_page.html"
    search_fields = Page.search_fields + HomePageMixin.search_fields

    class Meta:
        verbose_name = _("начална страница")
        verbose_name_plural = _("начални страници")
