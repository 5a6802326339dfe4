"""Lists of the records that pages and other plugins refer to."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.admin.synonyms import SynonymViewSet
from pages.models import Municipality, NewsTag, Settlement


class MunicipalityViewSet(SnippetViewSet):
    """Municipalities."""

    model = Municipality
    icon = "site"
    menu_label = _("Общини")
    list_display = ["name", "name_en", "code", Column("ekatte", label=_("ЕКАТТЕ"))]
    search_fields = ["name", "name_en", "code"]
    search_backend_name = None
    ordering = ["name"]
    inspect_view_enabled = True
    panels = [FieldRowPanel(["name", "name_en"]), FieldRowPanel(["code", "ekatte"]), FieldPanel("slug")]


class SettlementViewSet(SnippetViewSet):
    """Towns and villages."""

    model = Settlement
    icon = "home"
    menu_label = _("Населени места")
    list_display = [
        "name",
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
        Column("ekatte", label=_("ЕКАТТЕ"), sort_key="ekatte"),
    ]
    list_filter = ["municipality", "kind"]
    search_fields = ["name", "name_en", "ekatte"]
    search_backend_name = None
    ordering = ["name"]
    list_per_page = 50
    panels = [FieldRowPanel(["kind", "name", "name_en"]), FieldRowPanel(["ekatte", "municipality"])]

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        """Return the rows with their municipalities, in one query."""
        return Settlement.objects.select_related("municipality")


class NewsTagViewSet(SnippetViewSet):
    """Tags of news."""

    model = NewsTag
    icon = "tag"
    menu_label = _("Етикети на новини")
    list_display = ["name", Column("slug", label=_("Адрес"))]
    search_fields = ["name"]
    ordering = ["name"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


class RecordsGroup(SnippetViewSetGroup):
    """The menu of the records."""

    items = (MunicipalityViewSet, SettlementViewSet, NewsTagViewSet, SynonymViewSet)
    menu_label = _("Справочници")
    menu_name = "records"
    menu_icon = "list-ul"
    menu_order = 700
    add_to_admin_menu = True
