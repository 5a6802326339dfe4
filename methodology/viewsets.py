"""How the department's records are listed, filtered and exported in the admin."""

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from methodology.exports import ExportIndexView
from methodology.models import (
    Library,
    LibraryKind,
    LibraryStatus,
    MaterialAudience,
    MaterialCategory,
    Training,
    TrainingKind,
    TrainingStatus,
)
from pages.models import Municipality


class LibraryFilterSet(WagtailFilterSet):
    """Libraries by municipality, kind and state."""

    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община")
    )
    kind = django_filters.ChoiceFilter(choices=LibraryKind.choices, label=_("Вид"))
    status = django_filters.ChoiceFilter(choices=LibraryStatus.choices, label=_("Състояние"))

    class Meta:
        model = Library
        fields = ("municipality", "kind", "status", "is_sample")


class LibraryViewSet(SnippetViewSet):
    """Libraries."""

    model = Library
    icon = "home"
    menu_label = _("Библиотеки")
    index_view_class = ExportIndexView
    list_display = (
        "name",
        Column("settlement", label=_("Населено място"), sort_key="settlement__name"),
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("get_status_display", label=_("Състояние"), sort_key="status"),
        "reg_no",
        "eik",
    )
    list_per_page = 50
    ordering = ("name",)
    filterset_class = LibraryFilterSet
    search_fields = ("name", "register_name", "eik", "reg_no", "settlement__name", "settlement__ekatte")
    export_filename = "biblioteki"
    list_export = (
        "reg_no",
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Library]:
        """Fetch the places together with the libraries."""
        return Library.objects.with_place()


class TrainingFilterSet(WagtailFilterSet):
    """Trainings by kind, state, days and municipality."""

    kind = django_filters.ChoiceFilter(choices=TrainingKind.choices, label=_("Вид"))
    status = django_filters.ChoiceFilter(choices=TrainingStatus.choices, label=_("Състояние"))
    start_date = django_filters.DateFromToRangeFilter(widget=DateRangePickerWidget, label=_("Първи ден"))
    municipalities = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община")
    )

    class Meta:
        model = Training
        fields = ("kind", "status", "start_date", "municipalities", "is_public")


class TrainingViewSet(SnippetViewSet):
    """Trainings and meetings."""

    model = Training
    icon = "calendar-alt"
    menu_label = _("Обучения")
    index_view_class = ExportIndexView
    list_display = (
        "title",
        Column("when", label=_("Кога"), sort_key="start_date"),
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("get_status_display", label=_("Състояние"), sort_key="status"),
        "place",
    )
    list_per_page = 50
    ordering = ("-start_date", "-pk")
    filterset_class = TrainingFilterSet
    search_fields = ("title", "place", "lecturers", "description")
    export_filename = "obuchenia"
    list_export = (
        "title",
        "get_kind_display",
        "get_status_display",
        "start_date",
        "start_time",
        "last_day",
        "end_time",
        "place",
        "lecturers",
        "capacity",
    )
    export_headings = {
        "get_kind_display": _("Вид"),
        "get_status_display": _("Състояние"),
        "last_day": _("Последен ден"),
    }


class CategoryViewSet(SnippetViewSet):
    """Categories of materials."""

    model = MaterialCategory
    icon = "folder-open-inverse"
    menu_label = _("Категории материали")
    list_display = ("name", "slug", "sort_order")


class AudienceViewSet(SnippetViewSet):
    """Audiences of materials."""

    model = MaterialAudience
    icon = "group"
    menu_label = _("За кого са материалите")
    list_display = ("name", "slug", "sort_order")
