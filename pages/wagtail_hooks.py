"""The foundation's part of Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from pages.admin import searches
from pages.admin.records import RecordsGroup
from pages.admin.welcome import WelcomePanel

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


hooks.register("construct_homepage_panels", add_welcome)
hooks.register("register_admin_urls", add_search_urls)
hooks.register("register_reports_menu_item", searches.menu_item)
hooks.register("construct_reports_menu", hide_empty_report)
hooks.register("construct_help_menu", hide_links_to_other_sites)
