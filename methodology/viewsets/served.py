"""Lists of libraries and people by whether the department's work reached them."""

import datetime
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from methodology.counting import ANY, CONSULTATION, ON_SITE, SURVEY, TRAINING, VISIT, Period, Scope
from pages.models import Municipality

HOW = (
    (CONSULTATION, _("с консултация")),
    (VISIT, _("с посещение или проучване")),
    (ON_SITE, _("с посещение на място")),
    (SURVEY, _("с теренно проучване")),
    (TRAINING, _("с обучение")),
    (ANY, _("по какъвто и да е начин")),
)
NAMES = ("served", "served_how", "served_municipality", "served_project")


class ServedFilterSet(WagtailFilterSet):
    """Narrows by the verbs that count: the days, the way, the municipality and project of the work."""

    served = django_filters.DateFromToRangeFilter(
        widget=DateRangePickerWidget, label=_("Достигнати от … до"), method="leave"
    )
    served_how = django_filters.ChoiceFilter(choices=HOW, label=_("Достигнати"), method="leave")
    served_municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Достигнати: община"), method="leave"
    )
    served_project = django_filters.CharFilter(label=_("Достигнати: проект"), method="leave")

    def leave(self, records: Any, name: str, value: Any) -> Any:
        """Do nothing: the four belong together."""
        return records

    def filter_queryset(self, queryset: Any) -> Any:
        """Apply the four as one question."""
        records = super().filter_queryset(queryset)
        chosen = {name: self.form.cleaned_data.get(name) for name in NAMES}
        if not any(chosen.values()):
            return records
        span = chosen["served"]
        first = span.start.date() if span and span.start else datetime.date.min
        before = span.stop.date() + datetime.timedelta(days=1) if span and span.stop else datetime.date.max
        scope = Scope(
            Period(first, before),
            self.request.user,
            chosen["served_municipality"],
            chosen["served_project"] or "",
        )
        return records.filter(pk__in=self.reached(scope, chosen["served_how"] or ANY).values("pk"))

    def reached(self, scope: Scope, how: str) -> Any:
        """Return what the scope reached in a way."""
        raise NotImplementedError
