"""The closed-day calendar as a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.search import index

from pages.models import LibraryPageMixin


class ClosedDayCalendarPageMixin(LibraryPageMixin):
    """The next closed days and the sheet of a year."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True


class ClosedDayCalendarPage(ClosedDayCalendarPageMixin, RoutablePageMixin, Page):
    """The closed-day calendar."""

    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    template = "events/closed_day_calendar_page.html"
    search_fields = Page.search_fields + ClosedDayCalendarPageMixin.search_fields

    class Meta:
        verbose_name = _("календар на неработните дни")
        verbose_name_plural = _("календари на неработните дни")
