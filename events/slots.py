"""What events and hours show on pages of other plugins."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from events.announcements import banner_lines, version_of
from events.coming_hours import coming_hours
from events.hours import resolve
from events.hours_ld import library_node
from events.models import EventIndexPage, EventOccurrence, EventPage
from events.models.listing import programme_days
from events.sections import day_url, section_urls
from events.timetable import ClosedDay, Timetable, closed_days, timetable_of
from events.today import (
    LOOK_AHEAD_DAYS,
    TodayState,
    closed_reason,
    differing_today,
    midnight_after,
    today_state,
)
from events.wording.moments import on_weekday_and_date
from events.wording.services import ending_earlier
from events.wording.week import summary, usual_week, week_rows
from pages import slots
from pages.freshness import true_until
from pages.models import HomePage, StandardPage
from pages.navigation import active_language

PROGRAMME_DAYS = 7
PROGRAMME_ROWS = 12
# In a quiet week the programme goes on until it has this many events.
PROGRAMME_AT_LEAST = 5
RUNNING_ROWS = 4

Context = dict[str, object]


def register() -> None:
    """Register all contributions; called in `ready()`."""
    contributions: dict[str, Callable[[HttpRequest, Any], Context | None]] = {
        "banner": banner,
        "header.state": header_state,
        "home.today": home_today,
        "home.programme": home_programme,
        "footer.hours": footer_hours,
        "head": head,
    }
    for name, context in contributions.items():
        template = f"events/slots/{name.replace('.', '_')}.html"
        slots.register(name, template=template, context=context)
    slots.register("head", template="events/slots/head_library.html", context=head_library)


def state_of(request: HttpRequest) -> TodayState:
    """The state of the library now, worked out once for a request."""
    held: TodayState | None = getattr(request, "_library_state", None)
    if held is None:
        held = request._library_state = today_state(  # type: ignore[attr-defined]
            timetable_of(request).library, timezone.now()
        )
        true_until(request, held.until)
    return held


def coming_of(request: HttpRequest) -> str:
    """The coming hours of the library, for the script that tells its state again."""
    hours = timetable_of(request)
    return coming_hours(hours.library, timezone.localdate(), hours.version.number)


def header_state(request: HttpRequest, page: object) -> Context | None:
    """Open or closed, in a few words; the home page says it in large ones."""
    if isinstance(page, HomePage) or _without_hours(request):
        return None
    return {
        "state": state_of(request),
        "coming": coming_of(request),
        "why_url": why_today(request),
    }


def home_today(request: HttpRequest, page: object) -> Context | None:
    """Today's line: the state, the departments that differ, the next closed day, the week."""
    if _without_hours(request):
        return None
    hours, today = timetable_of(request), timezone.localdate()
    return {
        "state": state_of(request),
        "coming": coming_of(request),
        "why_url": why_today(request),
        "differing": differing_today(hours, today),
        "services": ending_earlier(hours, resolve(hours.library, today)),
        "next_closed": next_closed(hours, today),
        "days": week_rows(hours.library, today, day_url(request)),
        "urls": section_urls(request),
    }


def home_programme(request: HttpRequest, page: object) -> Context | None:
    """The coming days with their events and closed days, and the exhibitions that are on."""
    today = timezone.localdate()
    public = EventOccurrence.objects.public().in_language(active_language()).with_event()
    rows = list(public.with_audiences().with_places().without_spans().upcoming()[:PROGRAMME_ROWS])
    near = [row for row in rows if row.first_day < today + timedelta(days=PROGRAMME_DAYS)]
    shown = near if len(near) >= PROGRAMME_AT_LEAST else rows[:PROGRAMME_AT_LEAST]
    running = list(public.with_visiting_hours().running_spans(today)[:RUNNING_ROWS])
    if not shown and not running:
        return None
    last = max([today + timedelta(days=PROGRAMME_DAYS - 1), *(row.first_day for row in shown)])
    closed = closed_days(today, min(last, today + timedelta(days=31)), timetable_of(request))
    urls = section_urls(request)
    return {
        "today": today,
        "days": programme_days(shown, closed, urls.get("closeddaycalendarpage", ""), today),
        "running": running,
        "urls": urls,
    }


def footer_hours(request: HttpRequest, page: object) -> Context | None:
    """The usual week in few lines, with the departments that have a week of their own."""
    hours, today = timetable_of(request), timezone.localdate()
    week = usual_week(hours.library, today)
    if week is None:
        return None
    own = [
        (one.name(active_language()), summary(schedule.regular))
        for one in hours.with_own_hours()
        if (schedule := hours.schedules[one.slug]).regular and schedule.regular != week
    ]
    url = section_urls(request).get("closeddaycalendarpage", "")
    return {"lines": summary(week), "departments": own, "closed_days_url": url}


def banner(request: HttpRequest, page: object) -> Context | None:
    """What is closed today and tomorrow, and announcements whose time has come; none when there are none."""
    now = timezone.now()
    true_until(request, midnight_after(now))
    lines = banner_lines(timetable_of(request), timezone.localdate(now))
    if not lines:
        return None
    url = section_urls(request).get("closeddaycalendarpage", "")
    return {"lines": lines, "version": version_of(lines), "url": url}


def head(request: HttpRequest, page: object) -> Context | None:
    """The feeds of the programme, and the calendar of the event that is shown; no query."""
    if isinstance(page, EventIndexPage):
        return None  # Its own page names them, narrowed by its filters.
    code = active_language()
    query = "" if code == settings.LANGUAGE_CODE else f"lang={code}"
    if not isinstance(page, EventPage):
        return {"query": query}
    path = reverse("events:event_ics", args=[page.translation_key])
    return {"query": query, "event_ics": f"{path}?{query}" if query else path, "event_title": page.title}


def head_library(request: HttpRequest, page: object) -> Context | None:
    """The library and its hours as structured data, on the pages that say how to reach it."""
    if not _says_contacts(page):
        return None
    return {"data": library_node(request, timetable_of(request), timezone.localdate())}


def next_closed(hours: Timetable, today: date) -> Context | None:
    """The next day after today on which the whole library is closed: when and why, in words."""
    coming = closed_days(today + timedelta(days=1), today + timedelta(days=LOOK_AHEAD_DAYS), hours)
    found: ClosedDay | None = next((one for one in coming if not one.scope), None)
    if found is None:
        return None
    return {"day": found.date, "when": on_weekday_and_date(found.date), "reason": closed_reason(found)}


def why_today(request: HttpRequest) -> str:
    """Where the hours of today are explained; empty without a closed-day calendar."""
    url = section_urls(request).get("closeddaycalendarpage", "")
    return f"{url}?day=today" if url else ""


def _says_contacts(page: object) -> bool:
    if isinstance(page, HomePage):
        return True
    body = getattr(page, "body", None) if isinstance(page, StandardPage) else None
    return any(block.block_type == "contacts" for block in body or ())


def _without_hours(request: HttpRequest) -> bool:
    library = timetable_of(request).library
    return not (library.regular or library.seasons)
