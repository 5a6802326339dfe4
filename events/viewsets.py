"""The admin of hours, closures and the words of events."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from events.forms.closures import ClosureForm
from events.models import (
    Audience,
    Closure,
    Department,
    EventCategory,
    OpeningException,
    OpeningHours,
)
from pages.bulgarian import dates

WHOLE_LIBRARY = _("цялата библиотека")


def scope_of(record: OpeningHours | OpeningException) -> object:
    """The department of hours, or the whole library."""
    return record.department or WHOLE_LIBRARY


def season_of(hours: OpeningHours) -> str:
    """The dates of a season; empty for a regular week."""
    if hours.valid_from is None or hours.valid_until is None:
        return ""
    return f"{hours.valid_from:%d.%m.%Y} – {hours.valid_until:%d.%m.%Y}"


def closure_scope(closure: Closure) -> object:
    """The departments of a closure, or the whole library."""
    return ", ".join(one.name for one in closure.departments.all()) or WHOLE_LIBRARY


def closure_title(closure: Closure) -> str:
    """Why it is closed."""
    return closure.reason_in("bg")


# Wagtail's column of dates says how long ago one was, and of every date to come „just now“.
def first_day(closure: Closure) -> str:
    """The first day of a closure, in figures."""
    return dates.short_date(closure.start_date)


def last_day(closure: Closure) -> str:
    """The last day of a closure, in figures; empty when it has none of its own."""
    return dates.short_date(closure.end_date) if closure.end_date else ""


def exceptional_date(exception: OpeningException) -> str:
    """The date of an exception, in figures."""
    return dates.short_date(exception.date)


class LooksBeforeSaving:
    """A form that can be looked at with what it would do, without saving anything."""

    produced_error_message: str | None = None

    def is_valid(self, form: ClosureForm) -> bool:
        """Whether to save; a look is never saved and is no error."""
        valid: bool = super().is_valid(form)  # type: ignore[misc]
        if form.looks_only and valid:
            self.produced_error_message = None
        return valid and not form.looks_only


class ClosureCreateView(LooksBeforeSaving, CreateView):
    """A new closure."""


class ClosureEditView(LooksBeforeSaving, EditView):
    """A closure that is changed."""


class ClosureViewSet(SnippetViewSet):
    """Closures: when, why, of what, in which state."""

    model = Closure
    add_view_class = ClosureCreateView
    edit_view_class = ClosureEditView
    icon = "lock"
    menu_label = _("Затваряния")
    menu_order = 100
    list_display = [
        Column(closure_title, label=_("Причина")),
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

    def get_queryset(self, request: object) -> object:
        """Closures with their departments: the list must not ask for each."""
        return Closure.objects.prefetch_related("departments")


class OpeningHoursViewSet(SnippetViewSet):
    """Regular weeks and seasons."""

    model = OpeningHours
    icon = "time"
    menu_label = _("Седмици и сезони")
    menu_order = 200
    list_display = ["name", Column(scope_of, label=_("Къде")), Column(season_of, label=_("Сезон"))]
    list_filter = ["department"]
    search_fields = ["name"]
    ordering = ["department__sort_order", "valid_from", "name"]

    def get_queryset(self, request: object) -> object:
        """Hours with their departments."""
        return OpeningHours.objects.select_related("department")


class OpeningExceptionViewSet(SnippetViewSet):
    """Dates with hours of their own."""

    model = OpeningException
    icon = "calendar-alt"
    menu_label = _("Изключения за дата")
    menu_order = 300
    list_display = [
        Column(exceptional_date, label=_("Дата"), sort_key="date"),
        "reason",
        Column(scope_of, label=_("Къде")),
    ]
    list_filter = ["department"]
    search_fields = ["reason", "reason_en"]
    ordering = ["-date"]
    list_per_page = 50

    def get_queryset(self, request: object) -> object:
        """Exceptions with their departments."""
        return OpeningException.objects.select_related("department")


class DepartmentViewSet(SnippetViewSet):
    """Departments."""

    model = Department
    icon = "group"
    menu_label = _("Отдели")
    menu_order = 400
    list_display = ["name", "location", "phone"]
    search_fields = ["name", "slug", "location"]
    ordering = ["sort_order", "name"]


class HoursGroup(SnippetViewSetGroup):
    """Opening hours in the menu."""

    items = (ClosureViewSet, OpeningHoursViewSet, OpeningExceptionViewSet, DepartmentViewSet)
    menu_label = _("Работно време")
    menu_name = "hours"
    menu_icon = "time"
    menu_order = 210


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
