"""How people and their posts are listed, filtered and exported in the admin."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from methodology.counting import Scope
from methodology.models import Person, Post, PostRole, Qualification
from methodology.querysets import PersonQuerySet, PostQuerySet
from methodology.viewsets.columns import DayColumn
from methodology.viewsets.guarded import GuardedViewSet
from methodology.viewsets.served import NAMES, ServedFilterSet
from pages.models import Municipality


class PersonFilterSet(ServedFilterSet):
    """People by qualification, municipality, whether they work now, and what reached them."""

    qualification = django_filters.ChoiceFilter(choices=Qualification.choices, label=_("Образование"))
    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.order_by("name"), label=_("Община"), method="in_municipality"
    )
    working = django_filters.BooleanFilter(label=_("Работи сега"), method="by_work")

    class Meta:
        model = Person
        fields = ("qualification", *NAMES)

    def reached(self, scope: Scope, how: str) -> Any:
        """Return the people that the records of a scope name."""
        return scope.people(how)

    def in_municipality(self, people: PersonQuerySet, name: str, place: Municipality) -> PersonQuerySet:
        """Keep the people of the libraries of a municipality."""
        return people.in_municipality(place.slug)

    def by_work(self, people: PersonQuerySet, name: str, wanted: bool) -> PersonQuerySet:
        """Keep those who work now, or those who do not."""
        return people.working() if wanted else people.exclude(pk__in=Person.objects.working().values("pk"))


class PersonViewSet(GuardedViewSet):
    """People of the libraries."""

    model = Person
    icon = "user"
    menu_label = _("Хора")
    list_display = (
        "name",
        Column("present_posts", label=_("Работи")),
        Column("get_qualification_display", label=_("Образование"), sort_key="qualification"),
        "email",
        "phone",
    )
    ordering = ("name",)
    filterset_class = PersonFilterSet
    search_fields = ("name", "email", "phone")
    search_backend_name = None
    inspect_view_fields = ("name", "email", "phone", "qualification")
    export_filename = "hora"
    list_export = ("name", "present_posts", "get_qualification_display", "email", "phone")
    export_headings = {
        "present_posts": _("Работи"),
        "get_qualification_display": _("Образование"),
    }

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the posts together with the people."""
        return super().get_queryset(request).with_posts()


class PostFilterSet(WagtailFilterSet):
    """Posts by role, municipality and whether they are held now."""

    role = django_filters.ChoiceFilter(choices=PostRole.choices, label=_("Длъжност"))
    municipality = django_filters.ModelChoiceFilter(
        field_name="library__municipality",
        queryset=Municipality.objects.order_by("name"),
        label=_("Община"),
    )
    present = django_filters.BooleanFilter(label=_("Сега"), method="by_time")

    class Meta:
        model = Post
        fields = ("role",)

    def by_time(self, posts: PostQuerySet, name: str, wanted: bool) -> QuerySet[Post]:
        """Keep the posts held now, or the others."""
        return posts.on() if wanted else posts.exclude(pk__in=Post.objects.on().values("pk"))


class PostViewSet(GuardedViewSet):
    """Posts in the libraries."""

    model = Post
    icon = "tag"
    menu_label = _("Длъжности")
    list_display = (
        Column("person", label=_("Човек"), sort_key="person__name"),
        Column("library", label=_("Библиотека"), sort_key="library__name"),
        Column("get_role_display", label=_("Длъжност"), sort_key="role"),
        "share",
        DayColumn("since", label=_("От"), sort_key="since"),
        DayColumn("until", label=_("До"), sort_key="until"),
    )
    ordering = ("-since", "-pk")
    filterset_class = PostFilterSet
    search_fields = ("person__name", "library__name")
    search_backend_name = None
    inspect_view_fields = ("person", "library", "role", "share", "since", "until")
    export_filename = "dlazhnosti"
    list_export = (
        "person.name",
        "library.name",
        "library.municipality.name",
        "get_role_display",
        "share",
        "since",
        "until",
    )
    export_headings = {
        "person.name": _("Човек"),
        "library.name": _("Библиотека"),
        "library.municipality.name": _("Община"),
        "get_role_display": _("Длъжност"),
    }

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch people and libraries together with the posts."""
        return super().get_queryset(request).with_parts()
