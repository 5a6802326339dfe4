"""The attendances of trainings behind a figure: who came, from which library, to what."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from methodology.forms.scope import AttendancesForm
from methodology.models import Training
from methodology.policies import ANY_ACTION
from methodology.views.network.guard import may

PER_PAGE = 50


def attendances(request: HttpRequest) -> HttpResponse:
    """A page of them, by the verbs that count; for whoever may see trainings, within what they see."""
    if not may(request, Training, *ANY_ACTION):
        raise PermissionDenied
    form = AttendancesForm(request.GET or None)
    scope = form.scope(request.user)
    rows, kind = scope.attendances(), form.chosen_kind()
    rows = rows.of_training_kind(kind) if kind else rows
    ordered = rows.with_parts().order_by("-training__start_date", "training", "name", "pk")
    paginator = WagtailPaginator(ordered, PER_PAGE)
    page = paginator.get_page(request.GET.get("p"))
    context = {
        "page_title": _("Присъствия на обучения"),
        "header_icon": "calendar-alt",
        "form": form,
        "paginator": paginator,
        "page_obj": page,
        "elided_page_range": paginator.get_elided_page_range(page.number),
    }
    return render(request, "methodology/admin/attendances.html", context)
