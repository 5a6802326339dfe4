"""The trainings in the admin: their screens and the way to them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import ListingButton

from methodology.access import may_see_surveys
from methodology.models import Training
from methodology.panels import TrainingsPanel
from methodology.views.admin.bulk import BulkHold, BulkOpen
from methodology.views.admin_urls import patterns
from pages.decorators import hook

for action in (BulkOpen, BulkHold):
    hooks.register("register_bulk_action", action)


@hook("register_admin_urls")
def training_urls() -> list[URLPattern]:
    """Open the screens of trainings."""
    return patterns


@hook("register_snippet_listing_buttons")
def board_button(snippet: Any, user: Any, next_url: str = "") -> Iterator[ListingButton]:
    """Lead from the list to the board of a training."""
    if isinstance(snippet, Training):
        address = reverse("methodology_training", args=[snippet.pk])
        yield ListingButton(_("Участници и ход"), address, icon_name="group", priority=5)


@hook("construct_homepage_panels")
def add_trainings(request: HttpRequest, panels: list[Component]) -> None:
    """Show what comes and what is due."""
    panels.append(TrainingsPanel())


@hook("register_reports_menu_item")
def comparison_item() -> MenuItem:
    """Lead to the comparison of surveys."""
    return SurveysMenuItem(
        gettext_lazy("Анкети след обучения"), reverse_lazy("methodology_survey_comparison"), icon_name="form"
    )


class SurveysMenuItem(MenuItem):
    """Shown to whoever sees the whole network."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the person may see results."""
        return may_see_surveys(request.user)
