"""The foundation's part of Wagtail's admin."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from pages.admin.records import RecordsGroup
from pages.admin.welcome import WelcomePanel

register_snippet(RecordsGroup)


def add_welcome(request: HttpRequest, panels: list[Component]) -> None:
    """Begin the dashboard with shortcuts."""
    panels.append(WelcomePanel())


def hide_links_to_other_sites(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Leave out what opens other people's sites in English."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(("whats-new", "editor-guide"))]


hooks.register("construct_homepage_panels", add_welcome)
hooks.register("construct_help_menu", hide_links_to_other_sites)
