"""The foundation's part of Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from pages.admin.records import RecordsGroup
from pages.admin.welcome import WelcomePanel
from pages.views import handbook

register_snippet(RecordsGroup)


def add_welcome(request: HttpRequest, panels: list[Component]) -> None:
    """Begin the dashboard with shortcuts."""
    panels.append(WelcomePanel())


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
hooks.register("register_admin_urls", handbook_urls)
hooks.register("register_help_menu_item", handbook_item)
hooks.register("construct_help_menu", hide_links_to_other_sites)
