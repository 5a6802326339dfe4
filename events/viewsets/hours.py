"""The admin of opening hours, exceptions, services and departments."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from events.models import Department, OpeningException, OpeningHours, Service
from events.views.saving import HoursCreateView, HoursEditView
from events.viewsets.closures import ClosureTemplateViewSet, ClosureViewSet
from events.viewsets.own_places import OwnPlacesViewSet
from events.viewsets.scope import scope_of
from events.wording.week import summary
from events.working_with_hours import may_close, may_decide_holidays, may_see_hours
from pages.bulgarian import dates


def season_of(hours: OpeningHours) -> str:
    """The dates of a season; empty for a regular week."""
    if hours.valid_from is None or hours.valid_until is None:
        return ""
    return f"{hours.valid_from:%d.%m.%Y} – {hours.valid_until:%d.%m.%Y}"


def exceptional_date(exception: OpeningException) -> str:
    """The date of an exception, in figures."""
    return dates.short_date(exception.date)


def when_offered(service: Service) -> str:
    """The week of a service in words, and its last call."""
    rule = service.as_rule()
    said = [f"{days} {hours}" for days, hours in summary(rule.week)] if rule.week else []
    if rule.last_call:
        text = gettext("до %(minutes)s мин преди затварянето")
        said.append(text % {"minutes": rule.last_call})
    return "; ".join(said) or gettext("докато отделът е отворен")


class OpeningHoursViewSet(OwnPlacesViewSet):
    """Regular weeks and seasons."""

    model = OpeningHours
    follows = ("department",)
    add_view_class = HoursCreateView
    edit_view_class = HoursEditView
    icon = "time"
    menu_label = _("Седмици и сезони")
    menu_order = 200
    list_display = ["name", Column(scope_of, label=_("Къде")), Column(season_of, label=_("Сезон"))]
    list_filter = ["department"]
    search_fields = ["name"]
    ordering = ["department__sort_order", "valid_from", "name"]


class OpeningExceptionViewSet(OwnPlacesViewSet):
    """Dates with hours of their own."""

    model = OpeningException
    follows = ("department",)
    add_view_class = HoursCreateView
    edit_view_class = HoursEditView
    icon = "calendar-alt"
    menu_label = _("Изключения за дата")
    menu_order = 300
    list_display = [
        "__str__",
        Column(exceptional_date, label=_("Дата"), sort_key="date"),
        Column(scope_of, label=_("Къде")),
    ]
    list_filter = ["department"]
    search_fields = ["reason", "reason_en"]
    ordering = ["-date"]
    list_per_page = 50


class DepartmentViewSet(OwnPlacesViewSet):
    """Departments."""

    model = Department
    # Readers see all departments, and an event may be in any of them.
    chooser_viewset_class = SnippetChooserViewSet
    icon = "group"
    menu_label = _("Отдели")
    menu_order = 400
    list_display = ["name", "location", "phone"]
    search_fields = ["name", "slug", "location"]
    ordering = ["sort_order", "name"]


class ServiceViewSet(OwnPlacesViewSet):
    """Services with hours of their own."""

    model = Service
    follows = ("department",)
    fetches = ("intervals",)
    add_view_class = HoursCreateView
    edit_view_class = HoursEditView
    icon = "clipboard-list"
    menu_label = _("Услуги с часове")
    menu_order = 350
    list_display = ["name", Column(scope_of, label=_("Къде")), Column(when_offered, label=_("Кога"))]
    list_filter = ["department"]
    search_fields = ["name", "name_en"]
    ordering = ["department__sort_order", "sort_order", "name"]


class HoursGroup(SnippetViewSetGroup):
    """Opening hours in the menu."""

    items = (
        ClosureViewSet,
        OpeningHoursViewSet,
        OpeningExceptionViewSet,
        ServiceViewSet,
        DepartmentViewSet,
        ClosureTemplateViewSet,
    )
    menu_label = _("Работно време")
    menu_name = "hours"
    menu_icon = "time"
    menu_order = 210

    def get_submenu_items(self) -> list[Any]:
        """The lists, then what is done about them."""
        offers = [
            (may_close, _("Затваряме днес"), "events_close_today", "lock", 10),
            (may_decide_holidays, _("Празници на годината"), "events_holidays_now", "calendar", 910),
            (may_see_hours, _("Защо е отворено или затворено?"), "events_why", "help", 920),
            (may_see_hours, _("Кой какво е променил"), "events_hours_report", "history", 930),
        ]
        return [*super().get_submenu_items(), *(GuardedItem(*offer) for offer in offers)]


class GuardedItem(MenuItem):
    """A line of the menu for those who may."""

    def __init__(self, may: Callable[[Any], bool], label: Any, view: str, icon: str, order: int) -> None:
        super().__init__(label, reverse(view), name=view.replace("_", "-"), icon_name=icon, order=order)
        self._may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self._may(request.user)
