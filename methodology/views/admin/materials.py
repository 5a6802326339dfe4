"""The materials as a report: what is due for review, what the search cannot read, what is taken most."""

from datetime import timedelta
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView

from methodology.material_care import REVIEW_AHEAD, cared_for
from methodology.models import MaterialCategory, MaterialPage
from methodology.querysets import MaterialQuerySet

MOST_EXPORTED = 5_000
YEAR = timedelta(days=365)
STATES = (("review", _("за преглед")), ("unread", _("с файл, който търсенето не чете")))


class MaterialsFilterSet(WagtailFilterSet):
    """By title, category and what has to be done."""

    title = django_filters.CharFilter(label=_("Заглавие"), lookup_expr="icontains")
    category = django_filters.ModelChoiceFilter(
        label=_("Категория"), queryset=MaterialCategory.objects.in_language("bg")
    )
    state = django_filters.ChoiceFilter(label=_("Какво да се направи"), choices=STATES, method="of_state")

    class Meta:
        model = MaterialPage
        fields = ["title", "category", "state"]

    def of_state(self, found: MaterialQuerySet, name: str, value: str) -> MaterialQuerySet:
        """Keep what waits for somebody."""
        return found.with_unread_files() if value == "unread" else found.due_for_review(REVIEW_AHEAD)


class MaterialsReportView(ReportView):
    """The report, on the screen and as XLSX or CSV."""

    model = MaterialPage
    page_title = _("Материали: преглед, файлове, изтегляния")
    header_icon = "doc-full"
    filterset_class = MaterialsFilterSet
    index_url_name = "methodology_materials"
    index_results_url_name = "methodology_materials_results"
    results_template_name = "methodology/admin/materials_results.html"
    list_export = [
        *("title", "category.name", "edition_date", "last_reviewed", "review_on"),
        *("replaced_word", "notes", "lately", "ever"),
    ]
    export_headings = {
        "title": _("Материал"),
        "category.name": _("Категория"),
        "edition_date": _("Издание"),
        "last_reviewed": _("Последен преглед"),
        "review_on": _("Да се прегледа до"),
        "replaced_word": _("Заменен"),
        "notes": _("Файлове, които искат грижа"),
        "lately": _("Изтегляния за 365 дни"),
        "ever": _("Изтегляния общо"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who work with materials."""
        if not cared_for(request.user).exists():
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_filename(self) -> str:
        """The name of the file, with the day."""
        return f"materiali-{timezone.localdate():%Y-%m-%d}"

    def get_queryset(self) -> QuerySet[MaterialPage]:
        """The published Bulgarian materials that the person may edit, what is due first."""
        found: QuerySet[MaterialPage] = (
            cared_for(self.request.user).by_review().with_care(timezone.localdate() - YEAR)
        )
        return found

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Add what the columns say in words."""
        today = timezone.localdate()
        found = list(object_list[:MOST_EXPORTED])
        for page in found:
            page.is_due = page.review_on is not None and page.review_on <= today
            page.replaced_word = _("да") if page.is_replaced else ""
            texts = [getattr(file.document, "file_text", None) for file in page.files.all()]
            page.notes = "; ".join(
                f"{file.display_title}: {text.get_problem_display()}"
                for file, text in zip(page.files.all(), texts, strict=True)
                if text is not None and text.needs_care
            )
        return found
