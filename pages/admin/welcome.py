"""The first thing an editor sees: what is done most often, one click away."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from pages.models import NewsIndexPage


class Shortcut(NamedTuple):
    """Something to do: its name, where, Wagtail's icon."""

    label: str
    url: str
    icon: str


class WelcomePanel(Component):
    """A greeting and the shortcuts that this person may use."""

    name = "library_welcome"
    template_name = "pages/admin/welcome.html"
    order = 10

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return the shortcuts for the signed-in person."""
        request: HttpRequest = parent_context["request"]
        return {"shortcuts": shortcuts(request), "person": request.user}


def shortcuts(request: HttpRequest) -> list[Shortcut]:
    """Return what the signed-in person may do."""
    found = []
    for index in NewsIndexPage.objects.filter(locale__language_code="bg")[:1]:
        if may_add_under(request, index):
            address = reverse("wagtailadmin_pages:add", args=["pages", "newspage", index.pk])
            found.append(Shortcut(_("Нова новина"), address, "doc-empty-inverse"))
    found.append(Shortcut(_("Всички страници"), reverse("wagtailadmin_explore_root"), "folder-open-inverse"))
    return found


def may_add_under(request: HttpRequest, page: Page) -> bool:
    """Tell whether the signed-in person may add a page under another."""
    allowed: bool = page.permissions_for_user(request.user).can_add_subpage()
    return allowed
