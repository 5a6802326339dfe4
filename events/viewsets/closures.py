"""The admin of closures and of their templates."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import Closure, ClosureTemplate
from events.views.closures import (
    ClosureCopyView,
    ClosureCreateView,
    ClosureEditView,
    TemplateCreateView,
)
from events.viewsets.own_places import OwnPlacesViewSet
from events.viewsets.scope import WHOLE_LIBRARY
from pages.bulgarian import dates


def closure_scope(closure: Closure) -> object:
    """The departments of a closure, or the whole library."""
    return ", ".join(one.name for one in closure.departments.all()) or WHOLE_LIBRARY


# Wagtail's column of dates says how long ago one was, and of every date to come „just now“.
def first_day(closure: Closure) -> str:
    """The first day of a closure, in figures."""
    return dates.short_date(closure.start_date)


def last_day(closure: Closure) -> str:
    """The last day of a closure, in figures; empty when it has none of its own."""
    return dates.short_date(closure.end_date) if closure.end_date else ""


class ClosureViewSet(OwnPlacesViewSet):
    """Closures: when, why, of what, in which state."""

    model = Closure
    fetches = ("departments",)
    add_view_class = ClosureCreateView
    copy_view_class = ClosureCopyView
    edit_view_class = ClosureEditView
    icon = "lock"
    menu_label = _("Затваряния")
    menu_order = 100
    list_display = [
        "__str__",
        Column(first_day, label=_("Първи ден"), sort_key="start_date"),
        Column(last_day, label=_("Последен ден"), sort_key="end_date"),
        Column("rule_sentence", label=_("Повторение")),
        Column(closure_scope, label=_("Къде")),
        Column("get_state_display", label=_("Състояние"), sort_key="state"),
    ]
    list_filter = ["state", "kind", "departments"]
    search_fields = ["reason", "reason_en", "announcement"]
    ordering = ["-start_date"]
    list_per_page = 50
    copy_view_enabled = True


class ClosureTemplateViewSet(SnippetViewSet):
    """Ready words for closures."""

    model = ClosureTemplate
    add_view_class = TemplateCreateView
    icon = "snippet"
    menu_label = _("Шаблони за затваряне")
    menu_order = 500
    list_display = [
        "name",
        Column("reason", label=_("Причина")),
        BooleanColumn("for_today", label=_("„Затваряме днес“")),
    ]
    search_fields = ["name", "reason"]
    ordering = ["sort_order", "name"]
