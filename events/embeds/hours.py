"""Opening hours as an embed shows them."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from events.coming_hours import DAYS, coming_days
from events.embeds.queries import HoursEmbedQuery
from events.embeds.shown import HoursRow, HoursShown
from events.embeds.words import hours_words
from events.hours import Day, span
from events.sections import section_urls
from events.timetable import Timetable, timetable_of
from events.wording.week import day_row, summary, usual_week
from pages.api.messages import unknown_value
from pages.api.problems import bad_parameters
from pages.bulgarian import dates
from pages.navigation import active_language


def hours_shown(request: HttpRequest, query: HoursEmbedQuery) -> HoursShown:
    """Two weeks of hours from today; at most two queries when the timetable is in memory."""
    hours, today = timetable_of(request), timezone.localdate()
    slug = known_department(hours, query)
    schedule = hours.schedule(slug)
    week = usual_week(schedule, today)
    name = hours.name(slug, active_language())
    departments = section_urls(request).get("departmentindexpage", "")
    path = f"{departments}{slug}/" if departments and slug else departments
    return HoursShown(
        name=name,
        days=coming_days(schedule, today),
        rows=[_row(day) for day in span(schedule, today, today + timedelta(days=DAYS - 1))],
        usual=summary(week) if week else [],
        all_url=request.build_absolute_uri(path) if path else "",
        words=hours_words(name),
    )


def known_department(hours: Timetable, query: HoursEmbedQuery) -> str:
    """The slug asked for, or nothing for the library; the 400 problem when no department has it."""
    if query.department and query.department not in hours.schedules:
        raise bad_parameters([unknown_value("department", query.department)])
    return query.department or ""


def _row(day: Day) -> HoursRow:
    said = day_row(day)
    label = f"{said.label}, {dates.day_and_month(day.day, active_language())}"
    return HoursRow(date=day.day, label=label, text=said.text, state=said.state, note=said.note)
