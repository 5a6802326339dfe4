"""The department at a glance: figures of a year that open their records, charts, what is overdue."""

import datetime
from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.db.models.functions import ExtractMonth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from methodology.charts import bars, region_map
from methodology.counting import Period, Scope, figures, listing
from methodology.counting.addresses import report as report_query
from methodology.forms.scope import ScopeForm
from methodology.geography import CENTRES
from methodology.models import Channel, Consultation, FollowUp, Library
from methodology.policies import ANY_ACTION
from methodology.views.network.guard import may
from pages.bulgarian.dates import month_name
from pages.navigation import active_language

OVERDUE_SHOWN = 10


def dashboard(request: HttpRequest) -> HttpResponse:
    """The page; what is wrong in the address is said at its field and the present year is shown."""
    if not may(request, Library, *ANY_ACTION):
        raise PermissionDenied
    form = ScopeForm(request.GET or None)
    scope = form.scope(request.user)
    overdue = FollowUp.objects.visible_to(request.user).overdue().with_place()
    context = {
        "page_title": _("Методическа дейност"),
        "header_icon": "clipboard-list",
        "form": form,
        "year": scope.period.first.year,
        "report_query": report_query(scope),
        "figures": figures(scope),
        "months": bars(_by_month(scope)),
        "channels": bars(_by_channel(scope)),
        "overdue": overdue[:OVERDUE_SHOWN],
        "may_log": may(request, Consultation, "add"),
        **network(request),
    }
    return render(request, "methodology/admin/dashboard.html", context)


def network(request: HttpRequest, marked: str = "") -> dict[str, Any]:
    """Return the map and the table of the working libraries a person sees; one query."""
    counts = (
        Library.objects.visible_to(request.user)
        .active()
        .order_by("municipality__name")
        .values_list("municipality__code", "municipality__name", "municipality")
        .annotate(number=Count("pk"))
    )
    address = reverse("wagtailsnippets_methodology_library:list")
    rows = [
        (code, name, number, f"{address}?status=active&municipality={key}")
        for code, name, key, number in counts
    ]
    return {"map_rows": rows, "spots": region_map(rows, CENTRES, marked)}


def _by_month(scope: Scope) -> list[tuple[str, int, str]]:
    found = scope.consultations().order_by().annotate(month=ExtractMonth("date")).values_list("month")
    numbers = dict(found.annotate(number=Count("pk")))
    year = scope.period.first.year
    rows = []
    for month in range(1, 13):
        first = datetime.date(year, month, 1)
        before = datetime.date(year + month // 12, month % 12 + 1, 1)
        part = Scope(Period(first, before), scope.user, scope.municipality, scope.project)
        name = month_name(month, active_language())
        rows.append((name, numbers.get(month, 0), listing(part, "consultation")))
    return rows


def _by_channel(scope: Scope) -> list[tuple[str, int, str]]:
    found = scope.consultations().order_by().values_list("channel").annotate(number=Count("pk"))
    numbers = Counter(dict(found))
    return [
        (str(channel.label), numbers[channel.value], listing(scope, "consultation", channel=channel.value))
        for channel in Channel
    ]
