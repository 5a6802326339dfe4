"""The trainings in the admin: their screens and the way to them."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton

from methodology.models import Training
from methodology.views.admin_urls import patterns


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def training_urls() -> list[URLPattern]:
    """Open the screens of trainings."""
    return patterns


@hooks.register("register_snippet_listing_buttons")  # type: ignore[untyped-decorator]
def board_button(snippet: Any, user: Any, next_url: str = "") -> Iterator[ListingButton]:
    """Lead from the list to the board of a training."""
    if isinstance(snippet, Training):
        address = reverse("methodology_training", args=[snippet.pk])
        yield ListingButton(_("Участници и ход"), address, icon_name="group", priority=5)
