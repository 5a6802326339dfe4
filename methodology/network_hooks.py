"""The network in the admin: its screens, the way to them, and what follows a saved record."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import ListingButton
from wagtail.log_actions import LogActionRegistry

from methodology.actions.track import TrackFollowUps
from methodology.bulk_actions import FinishFollowUpsBulkAction
from methodology.models import Consultation, Cooperation, Library, Post, Visit
from methodology.views.network.urls import patterns

hooks.register("register_bulk_action", FinishFollowUpsBulkAction)

LOG_ACTIONS = (
    ("status", gettext_lazy("Промяна на състоянието"), gettext_lazy("Състоянието е променено")),
    ("merge", gettext_lazy("Сливане"), gettext_lazy("В записа е слят друг")),
    ("unmerge", gettext_lazy("Връщане на сливане"), gettext_lazy("Сливането е върнато")),
    ("erase", gettext_lazy("Заличаване на лични данни"), gettext_lazy("Личните данни са заличени")),
    ("import", gettext_lazy("Внос от регистър"), gettext_lazy("Внесен е регистър")),
)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def network_urls() -> list[URLPattern]:
    """Open the screens of the network."""
    return patterns


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def name_log_actions(actions: LogActionRegistry) -> None:
    """Name in the history what is more than editing."""
    for name, label, message in LOG_ACTIONS:
        actions.register_action(f"methodology.{name}", label, message)


@hooks.register("after_create_snippet")  # type: ignore[untyped-decorator]
def keep_author(request: HttpRequest, instance: Any) -> None:
    """Remember who recorded it."""
    if isinstance(instance, Consultation | Cooperation | Visit):
        type(instance)._default_manager.filter(pk=instance.pk).update(recorded_by=request.user)


@hooks.register("after_create_snippet")  # type: ignore[untyped-decorator]
@hooks.register("after_edit_snippet")  # type: ignore[untyped-decorator]
def track(request: HttpRequest, instance: Any) -> None:
    """Keep the list of follow-ups in step."""
    if isinstance(instance, Consultation | Cooperation | Visit):
        TrackFollowUps(instance).execute()


@hooks.register("register_snippet_listing_buttons")  # type: ignore[untyped-decorator]
def network_buttons(snippet: Any, user: Any, next_url: str = "") -> Iterator[ListingButton]:
    """Lead from the lists to what can be done with a record."""
    if isinstance(snippet, Library):
        passport = reverse("methodology_passport", args=[snippet.pk])
        yield ListingButton(_("Паспорт"), passport, icon_name="doc-full", priority=5)
        if user.has_perm("methodology.change_library"):
            status = reverse("methodology_status", args=[snippet.pk])
            yield ListingButton(_("Състояние"), status, icon_name="rotate", priority=40)
    if isinstance(snippet, Post) and snippet.until is None and user.has_perm("methodology.change_post"):
        address = reverse("methodology_hand_over", args=[snippet.pk])
        yield ListingButton(_("Предаване на друг"), address, icon_name="user", priority=5)


class QuickEntryItem(MenuItem):
    """The way to the one-line form, for whoever may record consultations."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to them only."""
        return bool(request.user.has_perm("methodology.add_consultation"))


def quick_entry_item() -> MenuItem:
    """Return the first line of the department's menu."""
    return QuickEntryItem(
        gettext_lazy("Нова консултация"), reverse_lazy("methodology_quick"), icon_name="plus", order=0
    )
