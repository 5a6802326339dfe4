"""Opening hours as schema.org says them: for search engines, as data for JSON-LD."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from wagtail.models import Site

from events.hours import Day, Interval, Schedule, Week, season_order, span
from events.timetable import Timetable
from events.wording.week import short_reasons
from pages.models import ContactSettings
from pages.navigation import home_url

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AHEAD = timedelta(days=190)

Node = dict[str, Any]


def library_node(request: HttpRequest, hours: Timetable, today: date) -> Node:
    """The library with its address and hours."""
    return {
        "@type": "Library",
        "@id": library_id(request),
        "url": request.build_absolute_uri(home_url()),
        **_contacts(request),
        **hours_of(hours.library, today),
    }


def department_node(request: HttpRequest, name: str, schedule: Schedule, today: date) -> Node:
    """A department, asked for at its own page, as a part of the library with hours of its own."""
    url = request.build_absolute_uri(request.path)
    return {
        "@type": "Library",
        "@id": f"{url}#department",
        "name": name,
        "url": url,
        "parentOrganization": {"@type": "Library", "@id": library_id(request)},
        **hours_of(schedule, today),
    }


def library_id(request: HttpRequest) -> str:
    """What names the library in all structured data of the site."""
    return request.build_absolute_uri("/#library")


def hours_of(schedule: Schedule, today: date) -> Node:
    """The usual week, and what differs from it in the next half a year, day by day and season by season."""
    week = usual(schedule)
    days = span(schedule, today, today + AHEAD)
    return {
        "openingHoursSpecification": _week(week) if week else [],
        "specialOpeningHoursSpecification": [*_seasons(schedule, today), *_special(days)],
    }


def usual(schedule: Schedule) -> Week | None:
    """The regular week of a schedule, or of the one it follows."""
    if schedule.regular is None and schedule.parent:
        return usual(schedule.parent)
    return schedule.regular


def _week(week: Week, **validity: Any) -> list[Node]:
    by_interval: dict[Interval, list[str]] = {}
    for name, intervals in zip(DAYS, week.days, strict=True):
        for one in intervals:
            by_interval.setdefault(one, []).append(name)
    return [_specification(one, dayOfWeek=names, **validity) for one, names in by_interval.items()]


def _seasons(schedule: Schedule, today: date) -> list[Node]:
    seasons = schedule.seasons
    if not seasons and schedule.regular is None and schedule.parent:
        return _seasons(schedule.parent, today)
    coming = [one for one in seasons if one.end >= today and one.start <= today + AHEAD]
    found = []
    for season in sorted(coming, key=season_order, reverse=True):
        validity: Node = {"validFrom": season.start, "validThrough": season.end}
        found += _week(season.week, **validity)
        resting = [name for name, hours in zip(DAYS, season.week.days, strict=True) if not hours]
        if resting:
            found.append(_closed(dayOfWeek=resting, **validity))
    return found


def _special(days: list[Day]) -> list[Node]:
    """Days in a row that an exception or a closure makes alike, and that the week would say wrongly."""
    found: list[Node] = []
    before: Day | None = None
    for day in days:
        if not day.is_exceptional or day.intervals == day.usual:
            before = None
            continue
        if before and (before.intervals, short_reasons(before)) == (day.intervals, short_reasons(day)):
            for node in found[-max(len(day.intervals), 1) :]:
                node["validThrough"] = day.day
        else:
            found += _of_day(day)
        before = day
    return found


def _of_day(day: Day) -> list[Node]:
    validity: Node = {"validFrom": day.day, "validThrough": day.day, "description": short_reasons(day)}
    return [_specification(one, **validity) for one in day.intervals] or [_closed(**validity)]


def _specification(interval: Interval, **more: Any) -> Node:
    return {
        "@type": "OpeningHoursSpecification",
        **more,
        "opens": f"{interval.opens:%H:%M}",
        "closes": f"{interval.closes:%H:%M}",
    }


def _closed(**more: Any) -> Node:
    # Google's way to say that a day is closed: it opens and closes at midnight.
    return {"@type": "OpeningHoursSpecification", **more, "opens": "00:00", "closes": "00:00"}


def _contacts(request: HttpRequest) -> Node:
    try:
        contact = ContactSettings.for_request(request)
    except Site.DoesNotExist:
        return {}
    phone = next(iter(contact.phones.all()), None)
    return {
        "name": contact.display_name,
        "email": contact.email,
        "telephone": phone.dialled if phone else "",
        "hasMap": contact.map_url,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": contact.display_street,
            "postalCode": contact.postcode,
            "addressLocality": contact.display_city,
            "addressCountry": "BG",
        },
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": float(contact.latitude) if contact.latitude is not None else None,
            "longitude": float(contact.longitude) if contact.longitude is not None else None,
        },
    }
