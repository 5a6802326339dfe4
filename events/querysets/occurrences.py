"""Questions about occurrences; every surface reads events through these verbs."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.searching import words_of

if TYPE_CHECKING:
    from events.models import EventOccurrence

# No search narrows a list to more events than these, the best ones.
MOST_FOUND = 500


class EventOccurrenceQuerySet(models.QuerySet["EventOccurrence"]):
    """Occurrences by visibility, language, time and filters; all verbs chain."""

    def public(self) -> Self:
        """Of events that are live and not behind a view restriction; costs no query of its own."""
        restrictions = PageViewRestriction.objects.annotate(
            beginning=Substr(OuterRef("event__path"), 1, Length("page__path"))
        ).filter(beginning=F("page__path"))
        return self.filter(~Exists(restrictions), event__live=True)

    def in_language(self, language: str) -> Self:
        """Of event pages in a language, `bg` or `en`; a language that does not exist has none."""
        return self.filter(event__locale__language_code=language)

    def upcoming(self, now: datetime | None = None) -> Self:
        """Not yet over at `now` (aware), soonest first."""
        return self.filter(end__gt=now or timezone.now()).order_by("start", "id")

    def past(self, now: datetime | None = None) -> Self:
        """Over at `now` (aware), latest first."""
        return self.filter(end__lte=now or timezone.now()).order_by("-start", "-id")

    def between(self, first_day: date, before_day: date) -> Self:
        """That touch a day of the half-open range of local dates [first_day, before_day)."""
        return self.filter(first_day__lt=before_day, last_day__gte=first_day)

    def told(self) -> Self:
        """Whose records have been written; those of a database from before are, when the window rolls."""
        return self.exclude(record="").exclude(event__publication__record="")

    def published_since(self, moment: datetime) -> Self:
        """Of events that were published at `moment` (aware) or later."""
        return self.filter(event__publication__published_at__gte=moment)

    def sessions(self) -> Self:
        """Without the openings of exhibitions."""
        return self.filter(kind="session")

    def spans(self) -> Self:
        """That last for several whole days, such as exhibitions."""
        return self.filter(all_day=True, last_day__gt=F("first_day"))

    def without_spans(self) -> Self:
        """That belong to one day of the programme."""
        return self.exclude(all_day=True, last_day__gt=F("first_day"))

    def without_spans_begun_before(self, day: date) -> Self:
        """Without what has been on for several whole days already."""
        return self.exclude(all_day=True, last_day__gt=F("first_day"), first_day__lt=day)

    def running_spans(self, today: date) -> Self:
        """That last for several whole days and are on today, the first to end first."""
        return self.spans().between(today, today + timedelta(days=1)).order_by("last_day", "start", "id")

    def not_cancelled(self) -> Self:
        """That take place."""
        return self.exclude(status="cancelled")

    def in_municipality(self, *slugs: str) -> Self:
        """With a place in any of the municipalities, the main one or another."""
        places = apps.get_model("events", "FurtherPlace").objects.filter(municipality__slug__in=slugs)
        further = Exists(places.filter(event=OuterRef("event")))
        return self.filter(Q(event__municipality__slug__in=slugs) | further)

    def in_category(self, *slugs: str) -> Self:
        """In any of the categories."""
        return self.filter(event__category__slug__in=slugs)

    def in_series(self, series: UUID) -> Self:
        """Of the events of a series; `series` is the key that its translations share."""
        return self.filter(event__series__translation_key=series)

    def for_audience(self, *slugs: str) -> Self:
        """For any of the audiences; each occurrence once."""
        through = apps.get_model("events", "EventPage").audiences.through
        wanted = through.objects.filter(audience__slug__in=slugs, eventpage=OuterRef("event"))
        return self.filter(Exists(wanted))

    def in_department(self, *slugs: str) -> Self:
        """In any of the departments."""
        return self.filter(event__department__slug__in=slugs)

    def matching(self, query: str) -> Self:
        """Of events that hold every word of a query in any form; one query more, at most 500 events."""
        words = words_of(query)
        if not words:
            return self.none()
        events = apps.get_model("events", "EventPage").objects.live().only("pk")
        found = events.search(" ".join(words), operator="and")[:MOST_FOUND]
        return self.filter(event__in=[event.pk for event in found])

    def with_event(self) -> Self:
        """With the event page and all that a row of a list shows, in one join."""
        return self.select_related(
            "event",
            "event__locale",
            "event__category",
            "event__department",
            "event__municipality",
            "event__image",
        )

    def with_audiences(self) -> Self:
        """With the audiences of the events, in one more query."""
        return self.prefetch_related("event__audiences")

    def with_places(self) -> Self:
        """With the further places of the events, in one more query."""
        rows = apps.get_model("events", "FurtherPlace").objects.select_related("settlement", "municipality")
        return self.prefetch_related(Prefetch("event__further_places", queryset=rows))

    def with_visiting_hours(self) -> Self:
        """With the visiting hours of exhibitions, in one more query."""
        return self.prefetch_related("event__visiting_hours")

    def by_day(self) -> list[tuple[date, list["EventOccurrence"]]]:
        """The occurrences grouped by their first local day, in the order of the queryset."""
        return by_day(self)


def by_day(
    occurrences: Iterable["EventOccurrence"], not_before: date = date.min
) -> list[tuple[date, list["EventOccurrence"]]]:
    """Occurrences, already in order, grouped by local day; what began earlier stands at `not_before`."""
    grouped = groupby(occurrences, key=lambda row: max(row.first_day, not_before))
    return [(day, list(rows)) for day, rows in grouped]
