"""A page of text: about the library, services, rules."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pages.blocks import BODY_BLOCKS
from pages.models.mixins import LibraryPageMixin


class StandardPageMixin(LibraryPageMixin):
    """A lead and a body of blocks."""

    lead = models.TextField(
        _("увод"),
        help_text=_("С едно-две изречения: какво ще намери читателят тук. До 400 знака."),
        max_length=400,
        blank=True,
    )
    body = StreamField(BODY_BLOCKS, verbose_name=_("съдържание"), blank=True, max_num=100)

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    search_fields = [
        *LibraryPageMixin.search_fields,
        index.SearchField("lead", boost=1.5),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True


class StandardPage(StandardPageMixin, Page):
    """A page of text."""

    template = "pages/standard_page.html"
    search_fields = Page.search_fields + StandardPageMixin.search_fields

    class Meta:
        verbose_name = _("страница с текст")
        verbose_name_plural = _("страници с текст")
