"""What events and their dates may be filtered by, alike in the API and in the feeds."""

from datetime import date, timedelta

from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field

from events.models import Audience, Department, EventCategory
from events.querysets.occurrences import EventOccurrenceQuerySet
from pages.api.query import BodyQuery, PagedQuery, PeriodQuery, Slugs, UpdatedQuery, check_period
from pages.api.slugs import require_known
from pages.models import Municipality
from pages.searching import MAX_QUERY

# Dates exist for about two years on each side of today; twice as much is all there is to ask for.
MAX_DAYS = 366 * 5


class EventFilters(PeriodQuery, Schema):
    """The filters; each may be repeated, and one of its values is enough."""

    municipality: Slugs = Field([], description=_("Община (адресна дума); може да се повтаря."))
    category: Slugs = Field([], description=_("Категория (адресна дума); може да се повтаря."))
    audience: Slugs = Field([], description=_("Публика (адресна дума); може да се повтаря."))
    department: Slugs = Field([], description=_("Отдел (адресна дума); може да се повтаря."))
    q: str = Field("", max_length=MAX_QUERY, description=_("Думи, които събитието съдържа, във всяка форма."))


class EventQuery(PagedQuery, UpdatedQuery, BodyQuery, EventFilters):
    """A page of filtered events."""


def narrowed(
    occurrences: EventOccurrenceQuerySet, filters: EventFilters, first: date, last: date
) -> EventOccurrenceQuerySet:
    """Keep the dates that the filters match from `first` to `last`, both included.

    Raises the 400 problem for an unknown value or a wrong period; one query for each filter in use.
    """
    check_period(first, last, MAX_DAYS)
    require_known(
        ("municipality", filters.municipality, Municipality.objects.all()),
        ("category", filters.category, EventCategory.objects.all()),
        ("audience", filters.audience, Audience.objects.all()),
        ("department", filters.department, Department.objects.all()),
    )
    found = occurrences.between(first, last + timedelta(days=1))
    if filters.municipality:
        found = found.in_municipality(*filters.municipality)
    if filters.category:
        found = found.in_category(*filters.category)
    if filters.audience:
        found = found.for_audience(*filters.audience)
    if filters.department:
        found = found.in_department(*filters.department)
    if filters.q.strip():
        found = found.matching(filters.q)
    return found
