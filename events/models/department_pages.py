"""The departments of the library as pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.search import index

from pages.models import LibraryPageMixin


class DepartmentIndexPageMixin(LibraryPageMixin):
    """The list of departments; each has a page of its own under it."""

    lead = models.TextField(_("увод"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    search_fields = [*LibraryPageMixin.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True


class DepartmentIndexPage(DepartmentIndexPageMixin, RoutablePageMixin, Page):
    """The list of departments."""

    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    template = "events/department_index_page.html"
    search_fields = Page.search_fields + DepartmentIndexPageMixin.search_fields

    class Meta:
        verbose_name = _("отдели и услуги")
        verbose_name_plural = _("отдели и услуги")
