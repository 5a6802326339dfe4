"""Closed days as an embed shows them."""

from datetime import timedelta
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from events.closed_spans import ClosedSpan, closed_spans
from events.embeds.hours import known_department
from events.embeds.queries import ClosedDaysEmbedQuery
from events.embeds.shown import ClosedDaysShown, ClosedRow
from events.embeds.words import closed_days_words
from events.sections import section_urls
from events.timetable import closed_days, timetable_of
from events.today import closed_rows
from events.wording.moments import day_heading
from pages.bulgarian import dates
from pages.navigation import active_language

LOOK_AHEAD = timedelta(days=365)
SPARE = 5


def closed_days_shown(request: HttpRequest, query: ClosedDaysEmbedQuery) -> ClosedDaysShown:
    """The coming closed days, those of one department with those of the whole library."""
    hours, today = timetable_of(request), timezone.localdate()
    slug = known_department(hours, query)
    days = closed_days(today, today + LOOK_AHEAD, hours)
    spans = closed_spans(closed_rows([day for day in days if not slug or _concerns(day.scope, slug)], hours))
    path = section_urls(request).get("closeddaycalendarpage", "")
    return ClosedDaysShown(
        limit=query.limit,
        items=[_row(one) for one in spans[: query.limit + SPARE]],
        all_url=request.build_absolute_uri(path) if path else "",
        feed_url=request.build_absolute_uri(feed_path(query)),
        words=closed_days_words(),
    )


def feed_path(query: ClosedDaysEmbedQuery) -> str:
    """The calendar of the same days."""
    chosen = [("department", query.department)] if query.department else []
    chosen += [("lang", query.lang)] if query.lang != "bg" else []
    path = reverse("events:closed_days_ics")
    return f"{path}?{urlencode(chosen)}" if chosen else path


def _concerns(scope: tuple[str, ...], slug: str) -> bool:
    return not scope or slug in scope


def _row(one: ClosedSpan) -> ClosedRow:
    language = active_language()
    when = (
        day_heading(one.first) if one.first == one.last else dates.date_range(one.first, one.last, language)
    )
    return ClosedRow(
        first=one.first,
        last=one.last,
        day=str(one.first.day),
        month=dates.month_name(one.first.month, language),
        when=when,
        reason=one.reason,
        departments=one.departments,
    )
