"""What the form of an event sends when it asks for its next dates."""

from typing import Any

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data


def row(**values: str) -> dict[str, str]:
    empty = {"kind": "cancelled", "recurrence_id": "", "reason": "", "new_start": "", "new_end": ""}
    return {**empty, "location": "", "note": "", **values}


def posted(*changes: dict[str, str], **values: str) -> dict[str, str]:
    data: dict[str, Any] = {
        "start_date": "25.11.2026",
        "start_time": "18:00",
        "end_time": "19:30",
        "changes": inline_formset(list(changes)),
    }
    return nested_form_data({**data, **values})


def parts() -> dict[str, Any]:
    """The other rows of an event's form, all empty."""
    return {name: inline_formset([]) for name in ("visiting_hours", "further_places", "partners", "files")}


WEEKLY = {"recurrence_frequency": "WEEKLY"}
LAST_THURSDAY = {
    "start_date": "26.11.2026",
    "recurrence_frequency": "MONTHLY_WEEKDAY",
    "recurrence_weekdays": "TH",
    "recurrence_nth": "-1",
}


def url(programme: Any) -> str:
    return f"{reverse('events_admin:planned_dates')}?parent={programme.pk}"
