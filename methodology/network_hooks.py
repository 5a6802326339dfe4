"""The network in the admin: its screens, the way to them, and what follows a saved record."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import ListingButton
from wagtail.log_actions import LogActionRegistry

from methodology.actions.track import TrackFollowUps
from methodology.bulk_actions import FinishFollowUpsBulkAction
from methodology.models import Consultation, Cooperation, Library, Person, Post, Visit
from methodology.views.network.urls import patterns
from pages.decorators import hook

hooks.register("register_bulk_action", FinishFollowUpsBulkAction)

LOG_ACTIONS = (
    ("status", gettext_lazy("Промяна на състоянието"), gettext_lazy("Състоянието е променено")),
    ("merge", gettext_lazy("Сливане"), gettext_lazy("В записа е слят друг")),
    ("unmerge", gettext_lazy("Връщане на сливане"), gettext_lazy("Сливането е върнато")),
    ("erase", gettext_lazy("Заличаване на лични данни"), gettext_lazy("Личните данни са заличени")),
    ("import", gettext_lazy("Внос от регистър"), gettext_lazy("Внесен е регистър")),
)


@hook("register_admin_urls")
def network_urls() -> list[URLPattern]:
    """Open the screens of the network."""
    return patterns


@hook("insert_global_admin_css")
def looks() -> Any:
    """The style sheet of lists and forms on narrow screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("methodology/admin/lists.css"))


@hook("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """Name in the history what is more than editing."""
    for name, label, message in LOG_ACTIONS:
        actions.register_action(f"methodology.{name}", label, message)


@hook("after_create_snippet")
def keep_author(request: HttpRequest, instance: Any) -> None:
    """Remember who recorded it."""
    if isinstance(instance, Consultation | Cooperation | Visit):
        type(instance)._default_manager.filter(pk=instance.pk).update(recorded_by=request.user)


@hook("after_create_snippet")
@hook("after_edit_snippet")
def track(request: HttpRequest, instance: Any) -> None:
    """Keep the list of follow-ups in step."""
    if isinstance(instance, Consultation | Cooperation | Visit):
        TrackFollowUps(instance).execute()


@hook("register_snippet_listing_buttons")
def network_buttons(snippet: Any, user: Any, next_url: str = "") -> Iterator[ListingButton]:
    """Lead from the lists to what can be done with a record."""
    if isinstance(snippet, Library):
        passport = reverse("methodology_passport", args=[snippet.pk])
        yield ListingButton(_("Паспорт"), passport, icon_name="doc-full", priority=5)
        if user.has_perm("methodology.change_library"):
            status = reverse("methodology_status", args=[snippet.pk])
            yield ListingButton(_("Състояние"), status, icon_name="rotate", priority=40)
    if isinstance(snippet, Library | Person) and user.has_perm(
        f"methodology.delete_{snippet._meta.model_name}"
    ):
        merge = reverse("methodology_merge", args=[snippet._meta.model_name, snippet.pk])
        yield ListingButton(_("Сливане с повторение"), merge, icon_name="copy", priority=60)
    if isinstance(snippet, Person) and not snippet.is_erased and user.has_perm("methodology.change_person"):
        data = reverse("methodology_export_person", args=[snippet.pk])
        yield ListingButton(_("Личните данни като файл"), data, icon_name="download", priority=70)
        if user.has_perm("methodology.delete_person"):
            erase = reverse("methodology_erase_person", args=[snippet.pk])
            yield ListingButton(_("Заличаване на данните"), erase, icon_name="bin", priority=80)
    if isinstance(snippet, Post) and snippet.until is None and user.has_perm("methodology.change_post"):
        address = reverse("methodology_hand_over", args=[snippet.pk])
        yield ListingButton(_("Предаване на друг"), address, icon_name="user", priority=5)


class AllowedItem(MenuItem):
    """A line of the menu for whoever has the permission it names."""

    def __init__(self, *args: Any, permissions: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.permissions = permissions

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to them only."""
        return any(request.user.has_perm(f"methodology.{name}") for name in self.permissions)


def first_items() -> list[MenuItem]:
    """Return the first lines of the department's menu."""
    readers = ("add_library", "change_library", "view_library")
    return [
        AllowedItem(
            gettext_lazy("Накратко"),
            reverse_lazy("methodology_dashboard"),
            permissions=readers,
            icon_name="view",
            order=0,
        ),
        AllowedItem(
            gettext_lazy("Отчет за дейността"),
            reverse_lazy("methodology_activity"),
            permissions=readers,
            icon_name="doc-full",
            order=2,
        ),
        AllowedItem(
            gettext_lazy("Нова консултация"),
            reverse_lazy("methodology_quick"),
            permissions=("add_consultation",),
            icon_name="plus",
            order=1,
        ),
        AllowedItem(
            gettext_lazy("Внос на библиотеки"),
            reverse_lazy("methodology_register"),
            permissions=("add_library",),
            icon_name="download",
            order=990,
        ),
    ]
