"""Partners in the admin, beyond their records: how their sites fetch, and a message sent again."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Min, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from pages.models import FetchDay, WebhookDelivery
from pages.partners.webhooks.delivering import DeliverWebhook

HEALTH_DAYS = 30


def _host(row: dict[str, Any]) -> str:
    return str(row["host"]) or _("програми и този сайт")


def _unchanged(row: dict[str, Any]) -> str:
    return f"{row['unchanged_sum'] / row['requests_sum']:.0%}" if row["requests_sum"] else ""


def _errors(row: dict[str, Any]) -> str:
    if not row["errors_sum"]:
        return ""
    return _("%(number)s (последно %(status)s)") % {"number": row["errors_sum"], "status": row["last_status"]}


class PartnerHealthView(ReportView):
    """Which site fetches what, how often in vain, with which version and with what errors."""

    model = FetchDay
    page_title = gettext_lazy("Четене от други сайтове")
    header_icon = "site"
    index_url_name = "partner_health"
    index_results_url_name = "partner_health_results"
    any_permission_required = ["view"]
    is_searchable = False
    columns = [
        Column("host", label=gettext_lazy("Сайт"), accessor=_host),
        Column("form", label=gettext_lazy("Формат")),
        Column("partner", label=gettext_lazy("Партньор")),
        Column("version", label=gettext_lazy("Версия")),
        Column("requests", label=gettext_lazy("Заявки за 30 дни"), accessor="requests_sum"),
        Column("unchanged", label=gettext_lazy("Без промяна (304)"), accessor=_unchanged),
        Column("errors", label=gettext_lazy("Грешки"), accessor=_errors),
        Column("since", label=gettext_lazy("От"), accessor="since"),
        DateColumn("last", label=gettext_lazy("Последно"), accessor="last"),
    ]
    list_export = [
        "host",
        "form",
        "partner",
        "version",
        "requests_sum",
        "unchanged_sum",
        "errors_sum",
        "last",
    ]
    export_headings = {
        "host": gettext_lazy("Сайт"),
        "form": gettext_lazy("Формат"),
        "partner": gettext_lazy("Партньор"),
        "version": gettext_lazy("Версия"),
        "requests_sum": gettext_lazy("Заявки"),
        "unchanged_sum": gettext_lazy("Без промяна (304)"),
        "errors_sum": gettext_lazy("Грешки"),
        "last": gettext_lazy("Последно"),
    }

    def get_queryset(self) -> Any:
        """Sums of the last 30 days; what was fetched last stands first. One query."""
        since = timezone.localdate() - timedelta(days=HEALTH_DAYS)
        rows = FetchDay.objects.filter(day__gte=since).values("host", "form", "version", "partner")
        return rows.annotate(
            requests_sum=Sum("requests"),
            unchanged_sum=Sum("unchanged"),
            errors_sum=Sum("errors"),
            last_status=Max("last_error"),
            since=Min("day"),
            last=Max("last_at"),
        ).order_by("-last", "host", "form")


@require_POST
def resend(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Send one message again at once, and say what came of it."""
    if not request.user.has_perm("pages.change_webhook"):
        raise PermissionDenied
    delivery = get_object_or_404(WebhookDelivery, pk=delivery_id)
    state = DeliverWebhook(delivery.pk, by_hand=True).execute()
    delivery.refresh_from_db()
    if state == WebhookDelivery.State.DELIVERED:
        messages.success(request, _("Съобщението е доставено."))
    else:
        messages.error(request, _("Съобщението не е доставено: %(why)s") % {"why": delivery.problem})
    return redirect("webhook_deliveries:inspect", delivery.pk)
