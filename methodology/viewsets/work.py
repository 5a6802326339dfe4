"""How consultations, visits, cooperation and follow-ups are listed, searched and exported in the admin."""

import datetime
from typing import Any

import django_filters
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.search.backends import get_search_backend

from methodology.exports import ExportIndexView
from methodology.forms.work import WorkForm
from methodology.models import (
    Channel,
    Consultation,
    ConsultationSource,
    Cooperation,
    CooperationKind,
    FollowUp,
    Topic,
    Visit,
    VisitKind,
)
from methodology.querysets import ConsultationQuerySet, FollowUpQuerySet
from methodology.viewsets.columns import DayColumn
from methodology.viewsets.guarded import GuardedViewSet
from pages.models import Municipality

MAX_FOUND = 2_000


def in_period(records: Any, span: slice) -> Any:
    """Keep the records of a span of days, both given days inclusive, by the verb that also counts them."""
    first = span.start.date() if span.start else datetime.date.min
    before = span.stop.date() + datetime.timedelta(days=1) if span.stop else datetime.date.max
    return records.between(first, before)


class WorkFilterSet(WagtailFilterSet):
    """Records by days, municipality and project."""

    date = django_filters.DateFromToRangeFilter(
        widget=DateRangePickerWidget, label=_("Дата"), method="by_date"
    )
    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община")
    )
    project = django_filters.CharFilter(label=_("Проект"), method="by_project")

    def by_date(self, records: Any, name: str, span: slice) -> Any:
        """Keep the records of these days."""
        return in_period(records, span)

    def by_project(self, records: Any, name: str, project: str) -> Any:
        """Keep the records of a project."""
        return records.for_project(project)


class ConsultationFilterSet(WorkFilterSet):
    """Consultations by channel, topic and source too."""

    channel = django_filters.ChoiceFilter(choices=Channel.choices, label=_("Как"))
    topic = django_filters.ModelChoiceFilter(
        queryset=Topic.objects.in_tree_order(), label=_("Тема"), method="by_topic"
    )
    source = django_filters.ChoiceFilter(choices=ConsultationSource.choices, label=_("Източник"))

    class Meta:
        model = Consultation
        fields = ("date", "channel", "municipality", "topic", "project", "source")

    def by_topic(self, records: ConsultationQuerySet, name: str, topic: Topic) -> ConsultationQuerySet:
        """Keep what is filed under a topic or its parts."""
        return records.about(list(Topic.objects.within(topic).values_list("pk", flat=True)))


class FoundByWordsView(ExportIndexView):
    """A listing searched by the words of texts in all their forms, beside any filter."""

    def search_queryset(self, queryset: Any) -> Any:
        """Keep what the search backend finds, at most so many."""
        if not (self.is_searchable and self.is_searching):
            return queryset
        backend = get_search_backend()
        words = backend.search(self.search_query, self.model)[:MAX_FOUND]
        beginnings = backend.autocomplete(self.search_query, self.model)[:MAX_FOUND]
        return queryset.filter(pk__in={record.pk for record in [*words, *beginnings]})


class WorkViewSet(GuardedViewSet):
    """Records whose form offers the people of their library."""

    def get_edit_handler(self) -> Any:
        """Put the offers into the form."""
        panels = ObjectList(self.model.panels, base_form_class=WorkForm)
        return panels.bind_to_model(self.model)


class ConsultationViewSet(WorkViewSet):
    """Consultations."""

    model = Consultation
    icon = "comment"
    menu_label = _("Консултации")
    index_view_class = FoundByWordsView
    list_display = (
        "question",
        DayColumn("date", label=_("Дата"), sort_key="date"),
        Column("get_channel_display", label=_("Как"), sort_key="channel"),
        Column("library", label=_("Библиотека"), sort_key="library__name"),
        Column("reached", label=_("Участия"), sort_key="reached"),
        Column("minutes", label=_("Минути"), sort_key="minutes"),
    )
    ordering = ("-date", "-pk")
    filterset_class = ConsultationFilterSet
    inspect_view_fields = ("question", "answer", "date", "channel", "library", "minutes", "reached", "topics")
    export_filename = "konsultacii"
    list_export = (
        "date",
        "get_channel_display",
        "library.name",
        "municipality.name",
        "reached",
        "minutes",
        "question",
        "answer",
        "project",
        "get_source_display",
        "external_reference",
    )
    export_headings = {
        "get_channel_display": _("Как"),
        "library.name": _("Библиотека"),
        "municipality.name": _("Община"),
        "reached": _("Участия"),
        "get_source_display": _("Източник"),
    }

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the places together with the consultations."""
        return super().get_queryset(request).with_place()


class VisitFilterSet(WorkFilterSet):
    """Visits by kind too."""

    kind = django_filters.ChoiceFilter(choices=VisitKind.choices, label=_("Вид"))

    class Meta:
        model = Visit
        fields = ("date", "kind", "municipality", "project")


class VisitViewSet(WorkViewSet):
    """Visits to libraries and field surveys."""

    model = Visit
    icon = "crosshairs"
    menu_label = _("Посещения и проучвания")
    list_display = (
        "library",
        DayColumn("date", label=_("Дата"), sort_key="date"),
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
        Column("met", label=_("Срещнати хора (участия)"), sort_key="met"),
    )
    ordering = ("-date", "-pk")
    filterset_class = VisitFilterSet
    search_fields = ("library__name", "library__settlement__name", "summary", "visitors")
    search_backend_name = None
    inspect_view_fields = ("library", "date", "kind", "met", "summary")
    export_filename = "poseshtenia"
    list_export = (
        "date",
        "get_kind_display",
        "library.name",
        "municipality.name",
        "met",
        "visitors",
        "summary",
        "project",
    )
    export_headings = {
        "get_kind_display": _("Вид"),
        "library.name": _("Библиотека"),
        "municipality.name": _("Община"),
        "met": _("Срещнати хора (участия)"),
    }

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the places together with the visits."""
        return super().get_queryset(request).with_place()


class CooperationFilterSet(WorkFilterSet):
    """Cooperation by kind too."""

    kind = django_filters.ChoiceFilter(choices=CooperationKind.choices, label=_("Вид"))

    class Meta:
        model = Cooperation
        fields = ("date", "kind", "municipality", "project")


class CooperationViewSet(GuardedViewSet):
    """Work with the municipal administrations."""

    model = Cooperation
    icon = "group"
    menu_label = _("Сътрудничество с общините")
    list_display = (
        "title",
        DayColumn("date", label=_("Дата"), sort_key="date"),
        Column("get_kind_display", label=_("Вид"), sort_key="kind"),
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
    )
    ordering = ("-date", "-pk")
    filterset_class = CooperationFilterSet
    search_fields = ("title", "text")
    search_backend_name = None
    inspect_view_fields = ("title", "text", "date", "kind", "municipality", "library", "project")
    export_filename = "satrudnichestvo"
    list_export = ("date", "get_kind_display", "municipality.name", "title", "text", "project")
    export_headings = {"get_kind_display": _("Вид"), "municipality.name": _("Община")}

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the places together with the records."""
        return super().get_queryset(request).with_place()


class FollowUpFilterSet(WagtailFilterSet):
    """Follow-ups by state and municipality."""

    state = django_filters.ChoiceFilter(
        choices=(("open", _("неприключени")), ("overdue", _("просрочени")), ("done", _("приключени"))),
        label=_("Състояние"),
        method="by_state",
    )
    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община")
    )

    class Meta:
        model = FollowUp
        fields = ("municipality",)

    def by_state(self, records: FollowUpQuerySet, name: str, state: str) -> FollowUpQuerySet:
        """Keep what is open, overdue or done."""
        if state == "done":
            return records.exclude(done_on=None)
        return records.overdue() if state == "overdue" else records.open()


class FollowUpViewSet(GuardedViewSet):
    """What is left to do."""

    model = FollowUp
    icon = "tasks"
    menu_label = _("За проследяване")
    list_display = (
        "text",
        DayColumn("due_on", label=_("До кога"), sort_key="due_on"),
        Column("library", label=_("Библиотека"), sort_key="library__name"),
        Column("municipality", label=_("Община"), sort_key="municipality__name"),
        DayColumn("done_on", label=_("Направено"), sort_key="done_on"),
    )
    ordering = ("due_on", "pk")
    filterset_class = FollowUpFilterSet
    search_fields = ("text", "library__name", "outcome")
    search_backend_name = None
    inspect_view_fields = ("text", "library", "municipality", "due_on", "done_on", "outcome")
    export_filename = "za-prosledyavane"
    list_export = ("text", "library.name", "municipality.name", "due_on", "done_on", "outcome")
    export_headings = {"library.name": _("Библиотека"), "municipality.name": _("Община")}

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the places together with the rows."""
        return super().get_queryset(request).with_place()
