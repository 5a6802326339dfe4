"""The admin of the words of events, and of their import."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from events.models import Audience, EventCategory


class CategoryViewSet(SnippetViewSet):
    """Categories of events."""

    model = EventCategory
    icon = "tag"
    menu_label = _("Категории")
    list_display = ["name", "slug", "sort_order"]
    search_fields = ["name", "slug"]
    ordering = ["sort_order", "name"]


class AudienceViewSet(SnippetViewSet):
    """Audiences of events."""

    model = Audience
    icon = "user"
    menu_label = _("Публики")
    list_display = ["name", "slug", "sort_order"]
    search_fields = ["name", "slug"]
    ordering = ["sort_order", "name"]


class ImportMenuItem(MenuItem):
    """The import of calendars, for those who may add pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(PagePermissionPolicy().user_has_permission(request.user, "add"))


class EventsGroup(SnippetViewSetGroup):
    """The words of events, and their import, in the menu."""

    items = (CategoryViewSet, AudienceViewSet)
    menu_label = _("Събития")
    menu_name = "events"
    menu_icon = "calendar"
    menu_order = 205

    def get_submenu_items(self) -> list[Any]:
        """The lists, then the import."""
        item = ImportMenuItem(
            _("Внос на събития"), reverse("events_import"), name="import", icon_name="upload", order=900
        )
        return [*super().get_submenu_items(), item]
