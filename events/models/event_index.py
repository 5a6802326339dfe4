"""The programme: what is coming, what is on, what has been."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.search import index

from pages.models import LibraryPageMixin


class EventIndexPageMixin(LibraryPageMixin):
    """The list of events."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True


class EventIndexPage(EventIndexPageMixin, RoutablePageMixin, Page):
    """The list of events."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["events.EventPage"]
    template = "events/event_index_page.html"
    search_fields = Page.search_fields + EventIndexPageMixin.search_fields

    class Meta:
        verbose_name = _("програма")
        verbose_name_plural = _("програми")
