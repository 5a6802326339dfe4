"""How libraries are listed, filtered and exported in the admin."""

import datetime
from typing import Any

import django_filters
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput

from methodology.counting import Scope
from methodology.models import Library, LibraryKind, LibraryStatus
from methodology.querysets import LibraryQuerySet
from methodology.viewsets.guarded import GuardedViewSet
from methodology.viewsets.served import NAMES, ServedFilterSet
from pages.models import Municipality


class LibraryFilterSet(ServedFilterSet):
    """Libraries by municipality, kind and state, and by what reached them."""

    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община")
    )
    kind = django_filters.ChoiceFilter(choices=LibraryKind.choices, label=_("Вид"))
    status = django_filters.ChoiceFilter(choices=LibraryStatus.choices, label=_("Състояние"))

    active_on = django_filters.DateFilter(
        widget=AdminDateInput, label=_("Действаща на дата"), method="by_day"
    )

    class Meta:
        model = Library
        fields = ("municipality", "kind", "status", "active_on", "is_sample", *NAMES)

    def by_day(self, libraries: LibraryQuerySet, name: str, day: datetime.date) -> LibraryQuerySet:
        """Keep the libraries that worked on a day."""
        return libraries.active_on(day)

    def reached(self, scope: Scope, how: str) -> Any:
        """Return the libraries that the work of a scope reached."""
        return scope.libraries(how)


class LibraryViewSet(GuardedViewSet):
    """Libraries."""

    model = Library
    icon = "home"
    menu_label = _("Библиотеки")
    list_display = (
        "name",
        Column("settlement", label=_("Населено място"), sort_key="settlement__name"),
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("get_status_display", label=_("Състояние"), sort_key="status"),
        "reg_no",
        "eik",
    )
    ordering = ("name",)
    filterset_class = LibraryFilterSet
    search_fields = ("name", "register_name", "eik", "reg_no", "settlement__name", "settlement__ekatte")
    export_filename = "biblioteki"
    list_export = (
        "reg_no",
        "library_no",
        "name",
        "register_name",
        "eik",
        "municipality.code",
        "municipality.name",
        "settlement.get_kind_display",
        "settlement.name",
        "settlement.ekatte",
        "get_kind_display",
        "get_status_display",
        "address",
        "phone",
        "email",
        "website",
    )
    # The headings that `import_libraries` knows, so that an export can be corrected and read in again.
    export_headings = {
        "reg_no": _("Рег. №"),
        "library_no": _("Номер на библиотеката"),
        "name": _("Показвано име"),
        "register_name": _("Име в регистъра"),
        "eik": _("ЕИК"),
        "municipality.code": _("Код на община"),
        "municipality.name": _("Община"),
        "settlement.get_kind_display": _("гр./с."),
        "settlement.name": _("Населено място"),
        "settlement.ekatte": _("ЕКАТТЕ"),
        "get_kind_display": _("Вид библиотека"),
        "get_status_display": _("Състояние"),
    }

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the places together with the libraries."""
        return super().get_queryset(request).with_place()
