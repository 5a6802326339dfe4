"""The first thing an editor sees: what is done most often, one click away."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page


class Shortcut(NamedTuple):
    """Something to do: its name, where, Wagtail's icon."""

    label: str
    url: str
    icon: str


@dataclass(frozen=True)
class Addition:
    """A page that is often added: its model and that of the page it goes under, both "app.Model"."""

    label: str | Promise
    model: str
    under: str
    order: int


_additions: dict[str, Addition] = {}


def register_addition(label: str | Promise, model: str, *, under: str, order: int = 100) -> None:
    """Offer to add a page with one click; call it from `AppConfig.ready()`."""
    _additions[model] = Addition(label, model, under, order)


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
    """Return what the signed-in person may do: one query for each kind of page."""
    found = []
    for addition in sorted(_additions.values(), key=lambda one: one.order):
        indexes = apps.get_model(addition.under).objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        for index in indexes[:1]:
            if may_add_under(request, index):
                names = addition.model.lower().split(".")
                address = reverse("wagtailadmin_pages:add", args=[*names, index.pk])
                found.append(Shortcut(str(addition.label), address, "doc-empty-inverse"))
    found.append(Shortcut(_("Всички страници"), reverse("wagtailadmin_explore_root"), "folder-open-inverse"))
    return found


def may_add_under(request: HttpRequest, page: Page) -> bool:
    """Tell whether the signed-in person may add a page under another."""
    allowed: bool = page.permissions_for_user(request.user).can_add_subpage()
    return allowed
