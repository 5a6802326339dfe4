"""The foundation's part of Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from pages.admin import searches
from pages.admin.records import RecordsGroup
from pages.admin.welcome import WelcomePanel
from pages.partners.admin import PartnersGroup
from pages.views import handbook
from pages.views.external_preview import ExternalPreviewButton, external_preview, may_preview
from pages.views.partners import PartnerHealthView, resend

register_snippet(RecordsGroup)


def add_welcome(request: HttpRequest, panels: list[Component]) -> None:
    """Begin the dashboard with shortcuts."""
    panels.append(WelcomePanel())


def add_search_urls() -> list[URLPattern]:
    """Open the report of what readers look for."""
    view = searches.SearchesReport
    return [
        path("reports/searches/", view.as_view(), name="pages_searches"),
        path("reports/searches/results/", view.as_view(results_only=True), name="pages_searches_results"),
    ]


def hide_empty_report(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out Wagtail's own report of searches: the site counts them in ours."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


def hide_links_to_other_sites(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out what opens other people's sites in English."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(("whats-new", "editor-guide"))]


def handbook_urls() -> list[URLPattern]:
    """The handbook inside the admin."""
    return [
        path("handbook/", handbook.index, name="library_handbook"),
        path("handbook/<slug:slug>/", handbook.chapter, name="library_handbook_chapter"),
    ]


def handbook_item() -> MenuItem:
    """The handbook in the menu of help."""
    return MenuItem(_("Наръчник"), reverse("library_handbook"), name="handbook", icon_name="help", order=100)


hooks.register("construct_homepage_panels", add_welcome)
hooks.register("register_admin_urls", add_search_urls)
hooks.register("register_reports_menu_item", searches.menu_item)
hooks.register("construct_reports_menu", hide_empty_report)
hooks.register("register_admin_urls", handbook_urls)
hooks.register("register_help_menu_item", handbook_item)
hooks.register("construct_help_menu", hide_links_to_other_sites)


def partner_views() -> list[URLPattern]:
    """The addresses of the partners' views in the admin."""
    health = PartnerHealthView
    return [
        path("partner-health/", health.as_view(), name="partner_health"),
        path("partner-health/results/", health.as_view(results_only=True), name="partner_health_results"),
        path("pages/<int:page_id>/external-preview/", external_preview, name="external_preview"),
        path("webhook-deliveries/<int:delivery_id>/resend/", resend, name="webhook_resend"),
    ]


class HealthMenuItem(MenuItem):
    """Shown to those who may see how partners' sites fetch."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody may."""
        return bool(request.user.has_perm("pages.view_fetchday"))


def health_menu_item() -> MenuItem:
    """The report in the menu of reports."""
    return HealthMenuItem(
        _("Четене от други сайтове"), reverse("partner_health"), name="partner-health", icon_name="site"
    )


def external_preview_button(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Offer the draft in the front end elsewhere, where there is one."""
    if page.pk and may_preview(page, user):
        yield ExternalPreviewButton(page)


hooks.register("register_page_header_buttons", external_preview_button)
hooks.register("register_admin_viewset", PartnersGroup)
hooks.register("register_admin_urls", partner_views)
hooks.register("register_reports_menu_item", health_menu_item)

if apps.is_installed("wagtail_localize"):
    from pages.translating.hooks import register as register_translating

    register_translating()
