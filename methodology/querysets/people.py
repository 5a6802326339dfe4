"""The questions asked about people and their posts; days are local days, spans of them half-open."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from methodology.querysets.scope import ScopedQuerySet

if TYPE_CHECKING:
    from methodology.models import Library, Person, Post  # noqa: F401 - named in the bases below


class PostQuerySet(ScopedQuerySet["Post"]):
    """Posts of people in libraries."""

    def on(self, day: datetime.date | None = None) -> Self:
        """Keep the posts held on a day (today by default)."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def between(self, first_day: datetime.date, before_day: datetime.date) -> Self:
        """Keep what touches a half-open span of days."""
        return self.filter(Q(until=None) | Q(until__gte=first_day), since__lt=before_day)

    def in_libraries(self, libraries: "Iterable[Library] | models.QuerySet[Library]") -> Self:
        """Keep the posts in any of these libraries."""
        return self.filter(library__in=libraries)

    def in_municipality(self, *slugs: str) -> Self:
        """Keep the posts in the libraries of any of these municipalities."""
        return self.filter(library__municipality__slug__in=slugs)

    def with_parts(self) -> Self:
        """Fetch person, library and its place in the same query."""
        return self.select_related("person", "library__municipality", "library__settlement")


class PersonQuerySet(ScopedQuerySet["Person"]):
    """People who work or worked in the libraries."""

    municipality_lookups = ("posts__library__municipality",)

    def known(self) -> Self:
        """Leave out those whose data were erased."""
        return self.filter(erased_at=None)

    def working(self, day: datetime.date | None = None) -> Self:
        """Keep those who hold a post on a day (today by default)."""
        return self.filter(Exists(self._posts().on(day).filter(person=OuterRef("pk"))))

    def in_municipality(self, *slugs: str) -> Self:
        """Keep those with a post, present or past, in the libraries of these municipalities."""
        return self.filter(Exists(self._posts().in_municipality(*slugs).filter(person=OuterRef("pk"))))

    def named_in(self, *keys: models.QuerySet[Any]) -> Self:
        """Keep the people whose keys any of the lists has, each once."""
        ways = Q()
        for rows in keys:
            ways |= Q(pk__in=rows.order_by())
        return self.filter(ways)

    def with_posts(self) -> Self:
        """Fetch the posts with their libraries: one query more."""
        return self.prefetch_related(models.Prefetch("posts", queryset=self._posts().with_parts()))

    def _posts(self) -> PostQuerySet:
        posts: PostQuerySet = self.model.posts.rel.related_model.objects.all()  # type: ignore[attr-defined]
        return posts
