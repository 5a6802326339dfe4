"""Closed days as a calendar."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import Field
from wagtail.models import Page

from events.formats.ical import ClosedDate, write_closed_day
from events.models import ClosedDayCalendarPage, Closure, OpeningException
from events.timetable import ClosedDay, Timetable, closed_days, timetable
from events.views.answers import calendar_response
from events.wording.moments import day_heading
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.messages import unknown_value
from pages.api.problems import bad_parameters
from pages.api.query import PeriodQuery, Slugs, StrictQuery, check_period, read_query
from pages.feeds.answers import Ending, feed_response, index_url
from pages.navigation import home_url
from pages.syndication import Entry

LOOK_BACK = timedelta(days=30)
LOOK_AHEAD = timedelta(days=366)
MAX_DAYS = 400
COLOR = "firebrick"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ClosedDayFeedQuery(StrictQuery, PeriodQuery):
    """Which closed days a calendar holds; by default from 30 days ago, for a year ahead."""

    department: Slugs = Field([], description=gettext_noop("Отдел (адресна дума); без него – всички."))


@public_door
@conditional("hours")
def closed_days_ics(request: HttpRequest) -> HttpResponse:
    """Answer with the closed days of the library and of the departments asked for."""
    query = read_query(request, ClosedDayFeedQuery)
    vevents = (write_closed_day(day).encode() for day in _found(request, query))
    return calendar_response(vevents, _("Затворени дни"), COLOR, query.lang, "closed-days.ics")


@public_door
@conditional("hours")
def closed_days_list(request: HttpRequest, ending: Ending) -> HttpResponse:
    """Answer with an entry for each closed day and place."""
    query = read_query(request, ClosedDayFeedQuery)
    home = index_url(ClosedDayCalendarPage)
    entries = [_entry(closed) for closed in _found(request, query)]
    return feed_response(request, ending, _("Затворени дни"), entries, home=home)


def _entry(closed: ClosedDate) -> Entry:
    heading = day_heading(closed.day)
    return Entry(
        id=f"urn:uuid:{closed.uid}",
        title=f"{closed.summary} – {heading}",
        url=closed.url,
        updated=closed.changed,
        published=closed.changed,
        summary=f"{heading}. {closed.summary}.",
        extra={
            "date": closed.day.isoformat(),
            "department": closed.where,
            "reason": closed.why,
            "open_departments": closed.besides,
        },
    )


def _found(request: HttpRequest, query: ClosedDayFeedQuery) -> Iterator[ClosedDate]:
    today = timezone.localdate()
    first = query.from_ or today - LOOK_BACK
    last = query.to or max(first, today + LOOK_AHEAD)
    check_period(first, last, MAX_DAYS)
    hours = timetable()
    known = {one.slug for one in hours.departments}
    unknown = [unknown_value("department", slug) for slug in query.department if slug not in known]
    if unknown:
        raise bad_parameters(unknown)
    home = request.build_absolute_uri(index_url(ClosedDayCalendarPage) or home_url())
    return _dates(closed_days(first, last, hours, query.department), hours, query.lang, home)


def _dates(days: Sequence[ClosedDay], hours: Timetable, lang: str, home: str) -> Iterator[ClosedDate]:
    stamps = _stamps()
    library = _library()
    for day in days:
        for slug in day.scope or [""]:
            yield ClosedDate(
                uid=str(uuid5(library, f"closed-day/{day.date}/{slug}")),
                day=day.date,
                why=day.why(lang),
                where=hours.name(slug, lang),
                besides=", ".join(hours.name(other, lang) for other in day.besides),
                changed=max(stamps.get(reason.key, EPOCH) for reason in (*day.reasons, *day.opened_by)),
                url=f"{home}?day={day.date}" + (f"&department={slug}" if slug else ""),
            )


def _library() -> UUID:
    """What tells the days of this library from those of another, whatever host it answers at."""
    return Page.objects.filter(depth=1).order_by("path").values_list("translation_key", flat=True)[0]


def _stamps() -> dict[str, datetime]:
    """When each closure and exception was last changed, by the key of the reason it gives."""
    rows: dict[str, Any] = {"closure": Closure.objects, "exception": OpeningException.objects}
    return {
        f"{kind}-{pk}": changed_at
        for kind, records in rows.items()
        for pk, changed_at in records.values_list("pk", "changed_at")
    }
