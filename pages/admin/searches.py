"""What readers looked for and what they did not find, with the way to help the next one."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import Max, Min, QuerySet, Sum
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView

from pages.admin.synonyms import BROUGHT, SynonymViewSet
from pages.models import SearchedQuery

PERMISSIONS = ("pages.add_synonymgroup", "wagtailsearchpromotions.add_searchpromotion")
OUTCOMES = [("nothing", _("нищо не е намерено")), ("something", _("намерено е нещо"))]


class SearchesFilterSet(WagtailFilterSet):
    """By day and by outcome."""

    day = django_filters.DateFromToRangeFilter(label=_("Ден"), widget=DateRangePickerWidget)
    outcome = django_filters.ChoiceFilter(label=_("Резултат"), choices=OUTCOMES, method="of_outcome")

    class Meta:
        model = SearchedQuery
        fields: list[str] = []

    def of_outcome(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Keep what found nothing on any of its days, or what always found something."""
        return rows.filter(fewest=0) if value == "nothing" else rows.filter(fewest__gt=0)


class HelpColumn(Column):
    """Links to add a synonym and a promoted result for what was looked for."""

    cell_template_name = "pages/admin/search_help.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add the addresses of the two forms."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        synonyms = reverse(SynonymViewSet().get_url_name("add"))
        query = urlencode({BROUGHT: instance["text"]})
        return {
            **context,
            "text": instance["text"],
            "synonym_url": f"{synonyms}?{query}",
            "promotion_url": reverse("wagtailsearchpromotions:add"),
        }


class SearchesReport(ReportView):
    """Queries of readers by how often they were made; those that found nothing stand first on demand."""

    page_title = _("Търсено на сайта")
    header_icon = "search"
    index_url_name = "pages_searches"
    index_results_url_name = "pages_searches_results"
    default_ordering = "-times"
    is_searchable = True
    search_fields = ["text"]
    filterset_class = SearchesFilterSet
    columns = [
        Column("text", label=_("Търсено"), sort_key="text"),
        Column("language", label=_("Език"), sort_key="language"),
        NumberColumn("times", label=_("Пъти"), sort_key="times"),
        NumberColumn("fewest", label=_("Намерени страници"), sort_key="fewest"),
        DateColumn("last", label=_("Последно"), sort_key="last"),
        HelpColumn("help", label=_("Помощ за читателя")),
    ]
    list_export = ["text", "language", "times", "fewest", "last"]
    export_headings = {
        "text": _("Търсено"),
        "language": _("Език"),
        "times": _("Пъти"),
        "fewest": _("Намерени страници"),
        "last": _("Последно"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show it to those who can do something about it."""
        if not may_see(request):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Any]:
        """Return one row for each query and language over the days that are kept."""
        rows = SearchedQuery.objects.values("text", "language")
        return rows.annotate(times=Sum("hits"), fewest=Min("found"), last=Max("day")).order_by(
            "-times", "text"
        )

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Narrow the days before they are added up."""
        return {**super().get_filterset_kwargs(), "queryset": self.get_base_queryset()}


class SearchesMenuItem(MenuItem):
    """The report in the menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may open it."""
        return may_see(request)


def may_see(request: HttpRequest) -> bool:
    """Tell whether somebody may add synonyms or promoted results."""
    return any(request.user.has_perm(permission) for permission in PERMISSIONS)


def menu_item() -> MenuItem:
    """Return the report's line of the menu."""
    return SearchesMenuItem(
        _("Търсено на сайта"), reverse("pages_searches"), name="searches", icon_name="search", order=1250
    )
