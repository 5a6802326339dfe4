"""Who changed the hours and closed what: the log of their records as a report."""

from datetime import datetime
from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from events.hooks.closures import AUDITED
from events.models import Closure
from events.working_with_hours import own_departments, own_records

MOST_EXPORTED = 10_000


def audited_entries(user: Any) -> QuerySet[ModelLogEntry]:
    """What happened to hours, exceptions, closures and services that a person works on, the latest first.

    What was deleted belongs to no department any more: only those who oversee all of them see it.
    """
    kinds = ContentType.objects.get_for_models(*AUDITED)
    entries = ModelLogEntry.objects.filter(content_type__in=[kind.pk for kind in kinds.values()])
    if own_departments(user) is None:
        return entries
    mine = Q(pk=None)
    for model, kind in kinds.items():
        keys = own_records(user, model._default_manager.all()).values_list("pk", flat=True)
        mine |= Q(content_type=kind.pk, object_id__in=[str(key) for key in keys], deleted=False)
    return entries.filter(mine)


def kinds_of(request: HttpRequest) -> QuerySet[ContentType]:
    """The kinds of records of which the person may see anything."""
    found = ContentType.objects.get_for_models(*AUDITED).values()
    return ContentType.objects.filter(pk__in=[kind.pk for kind in found if may_see(request.user, kind)])


def may_see(user: Any, kind: ContentType) -> bool:
    """Whether a person works with records of a kind."""
    return any(
        user.has_perm(f"{kind.app_label}.{action}_{kind.model}")
        for action in ("add", "change", "delete", "view")
    )


def actions_of(request: HttpRequest) -> list[tuple[str, Any]]:
    """The actions that stand in the log, by their names."""
    there = set(audited_entries(request.user).order_by().values_list("action", flat=True).distinct())
    return [choice for choice in registry.get_choices() if choice[0] in there]


def people_of(request: HttpRequest) -> QuerySet[Any]:
    """Those who have changed anything."""
    model = get_user_model()
    users = audited_entries(request.user).order_by().values("user")
    return model.objects.filter(pk__in=users).order_by("username")


class HoursLogFilterSet(WagtailFilterSet):
    """By record, kind, action, person and time."""

    label = django_filters.CharFilter(label=_("Запис"), lookup_expr="icontains")
    content_type = django_filters.ModelChoiceFilter(label=_("Вид"), queryset=kinds_of)
    action = django_filters.ChoiceFilter(label=_("Действие"))
    user = django_filters.ModelChoiceFilter(label=_("Кой"), queryset=people_of)
    timestamp = django_filters.DateFromToRangeFilter(label=_("Кога"), widget=DateRangePickerWidget)

    class Meta:
        model = ModelLogEntry
        fields = ["label", "content_type", "action", "user", "timestamp"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["action"].extra["choices"] = actions_of(self.request)


class HoursReportView(ReportView):
    """The report, on the screen and as XLSX or CSV."""

    model = ModelLogEntry
    page_title = _("Кой какво е променил и затворил")
    header_icon = "history"
    filterset_class = HoursLogFilterSet
    index_url_name = "events_hours_report"
    index_results_url_name = "events_hours_report_results"
    results_template_name = "events/admin/hours_report_results.html"
    list_export = ["timestamp", "who", "what", "content_type", "label", "before", "after"]
    export_headings = {
        "timestamp": _("Кога"),
        "who": _("Кой"),
        "what": _("Действие"),
        "content_type": _("Вид"),
        "label": _("Запис"),
        "before": _("Преди"),
        "after": _("След"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who work with hours or closures."""
        if not kinds_of(request).exists():
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_filename(self) -> str:
        """The name of the file, with the day."""
        return f"rabotno-vreme-{datetime.today():%Y-%m-%d}"

    def get_queryset(self) -> QuerySet[ModelLogEntry]:
        """The entries of the kinds that the person works with."""
        found = audited_entries(self.request.user).filter(content_type__in=kinds_of(self.request))
        return found.select_related("user", "content_type").order_by("-timestamp", "-pk")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Add what the columns say."""
        found = list(object_list[:MOST_EXPORTED])
        for entry in found:
            entry.who = entry.user_display_name if entry.user_id else _("командата или системата")
            entry.what = registry.get_action_label(entry.action)
            entry.before, entry.after = said(entry, "before"), said(entry, "after")
        return found


def said(entry: ModelLogEntry, side: str) -> str:
    """What the record said before or after, as far as the log knows."""
    value = entry.data.get(side, "")
    if isinstance(value, dict):
        return str(value.get("reason", ""))
    return str(dict(Closure.State.choices).get(value, value))
