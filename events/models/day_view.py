"""One day of the closed-day calendar explained: the hours of everyone, and why."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from events.hours import resolve
from events.sections import day_url
from events.timetable import Timetable, timetable_of
from events.wording.week import DayRow, day_row
from events.wording.why import why
from pages.navigation import active_language

TODAY = "today"
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """What a reader asks for: a day and perhaps a department; with the errors, by the name of the field."""

    day: date
    department: str = ""
    errors: dict[str, str] = field(default_factory=dict)


def read_question(request: HttpRequest, years: list[int]) -> DayQuestion:
    """The day and the department of a request; what is not understood is an error, never ignored."""
    errors = {}
    asked, slug = request.GET.get("day", TODAY).strip(), request.GET.get("department", "").strip()
    day = _day(asked, years)
    if day is None:
        errors["day"] = _("За този ден няма сведения. Изберете дата от %(first)s до %(last)s година.") % {
            "first": years[0],
            "last": years[-1],
        }
    if slug and slug not in timetable_of(request).schedules:
        errors["department"] = _("Няма такъв отдел. Изберете от списъка.")
        slug = ""
    return DayQuestion(day or timezone.localdate(), slug, errors)


def _day(asked: str, years: list[int]) -> date | None:
    if asked == TODAY:
        return timezone.localdate()
    try:
        day = date.fromisoformat(asked) if ISO_DATE.fullmatch(asked) else None
    except ValueError:
        return None
    return day if day and years[0] <= day.year <= years[-1] else None


def day_context(request: HttpRequest, question: DayQuestion, years: list[int]) -> dict[str, Any]:
    """What the page of a day shows."""
    hours, address = timetable_of(request), day_url(request, question.department)
    around = {
        name: other
        for name, ahead in (("prev", -1), ("next", 1))
        if years[0] <= (other := question.day + timedelta(days=ahead)).year <= years[-1]
    }
    return {
        "question": question,
        "why": why(hours, question.day, question.department),
        "places": _places(request, hours, question),
        "around": [(name, other, address(other)) for name, other in around.items()],
        "filters": _fields(hours, question, years),
        "today": timezone.localdate(),
    }


def _places(request: HttpRequest, hours: Timetable, question: DayQuestion) -> list[tuple[str, str, DayRow]]:
    """The library and the departments: name, where the day is explained (empty for the chosen), hours."""
    language = active_language()
    named = [("", _("Цялата библиотека")), *((one.slug, one.name(language)) for one in hours.departments)]
    return [
        (
            name,
            "" if slug == question.department else day_url(request, slug)(question.day),
            day_row(resolve(hours.schedule(slug), question.day)),
        )
        for slug, name in named
    ]


def _fields(hours: Timetable, question: DayQuestion, years: list[int]) -> list[dict[str, Any]]:
    language = active_language()
    return [
        {
            "name": "day",
            "label": _("Ден"),
            "type": "date",
            "value": question.day.isoformat(),
            "error": question.errors.get("day", ""),
        },
        {
            "name": "department",
            "label": _("Отдел"),
            "value": question.department,
            "options": [(one.slug, one.name(language)) for one in hours.departments],
            "any": _("цялата библиотека"),
            "error": question.errors.get("department", ""),
        },
    ]
