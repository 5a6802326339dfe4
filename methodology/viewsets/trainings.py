"""How trainings are listed, filtered and exported in the admin."""

import django_filters
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from methodology.models import Training, TrainingKind, TrainingStatus
from methodology.querysets import TrainingQuerySet
from methodology.viewsets.guarded import GuardedViewSet
from pages.models import Municipality


class TrainingFilterSet(WagtailFilterSet):
    """Trainings by kind, state, days and municipality."""

    kind = django_filters.ChoiceFilter(choices=TrainingKind.choices, label=_("Вид"))
    status = django_filters.ChoiceFilter(choices=TrainingStatus.choices, label=_("Състояние"))
    start_date = django_filters.DateFromToRangeFilter(widget=DateRangePickerWidget, label=_("Първи ден"))
    municipalities = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община"), method="by_municipality"
    )
    held = django_filters.BooleanFilter(label=_("Проведени"), method="by_held")

    class Meta:
        model = Training
        fields = ("kind", "status", "held", "start_date", "municipalities", "project", "is_public")

    def by_municipality(
        self, trainings: TrainingQuerySet, name: str, place: Municipality
    ) -> TrainingQuerySet:
        """Keep what is meant for a municipality or has people from it, as the counting does."""
        return trainings.of_municipalities([place.pk])

    def by_held(self, trainings: TrainingQuerySet, name: str, wanted: bool) -> TrainingQuerySet:
        """Keep what has taken place, or what has not."""
        held = Training.objects.held().values("pk")
        return trainings.filter(pk__in=held) if wanted else trainings.exclude(pk__in=held)


class TrainingViewSet(GuardedViewSet):
    """Trainings and meetings."""

    model = Training
    icon = "calendar-alt"
    menu_label = _("Обучения")
    list_display = (
        "title",
        Column("when", label=_("Кога"), sort_key="start_date"),
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("get_status_display", label=_("Състояние"), sort_key="status"),
        Column("confirmed_count", label=_("Записани"), sort_key="confirmed_count"),
        "place",
    )
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
        "confirmed_count",
        "waiting_count",
        "project",
    )
    export_headings = {
        "confirmed_count": _("Записани"),
        "waiting_count": _("Чакащи"),
        "get_kind_display": _("Вид"),
        "get_status_display": _("Състояние"),
        "last_day": _("Последен ден"),
    }

    def get_queryset(self, request: HttpRequest) -> TrainingQuerySet:
        """Return the trainings the person sees, with the numbers of their people."""
        return Training.objects.visible_to(request.user).with_counts()
