"""Topics, municipal administrations and their experts in the admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from methodology.models import Administration, MunicipalExpert, Topic
from methodology.viewsets.guarded import GuardedViewSet


class TopicViewSet(SnippetViewSet):
    """Topics of consultations and trainings."""

    model = Topic
    icon = "tag"
    menu_label = _("Теми")
    list_display = (
        Column("path", label=_("Тема")),
        BooleanColumn("in_use", label=_("Ползва се")),
        "sort_order",
    )
    search_fields = ("name",)
    search_backend_name = None
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> Any:
        """Put the topics in the order of the tree."""
        return Topic.objects.with_above().in_tree_order()


class AdministrationViewSet(GuardedViewSet):
    """Municipal administrations."""

    model = Administration
    icon = "site"
    menu_label = _("Общински администрации")
    list_display = (
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
        "phone",
        "email",
    )
    ordering = ("municipality__name",)
    search_fields = ("municipality__name", "note")
    search_backend_name = None
    inspect_view_fields = ("municipality", "address", "phone", "email", "website")
    export_filename = "administracii"
    list_export = ("municipality.name", "address", "phone", "email", "website")
    export_headings = {"municipality.name": _("Община")}

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the municipalities together with the administrations."""
        return super().get_queryset(request).with_place()


class MunicipalExpertViewSet(SnippetViewSet):
    """Accounts that read the records of their own municipality."""

    model = MunicipalExpert
    icon = "user"
    menu_label = _("Експерти в общините")
    list_display = ("__str__", Column("municipality_names", label=_("Общини")))

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch names and municipalities together with the rows."""
        return MunicipalExpert.objects.select_related("user").prefetch_related("municipalities")
