"""Drafts of events, for previews in a front end elsewhere."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Page

from events.api.events import DATES_IN_DETAIL
from events.formats.records import one_event, write_body, write_dates, write_event
from events.models import EventPage, EventPublication
from events.recurrence import UserError
from pages.api.stored import stored_record


def event_draft(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer with the draft of an event and the dates it would have, from today, as it would be published."""
    event = cast(EventPage, page)
    today = timezone.localdate()
    try:
        rows = [row for row in event.preview_occurrences() if row.last_day >= today]
    except UserError:
        # A draft may be half filled in; what is wrong is said in the editor.
        rows = []
    told = EventPublication.objects.filter(event=event.pk).first() or EventPublication(event=event)
    dates = write_dates(event, rows[:DATES_IN_DETAIL])
    return stored_record(one_event(write_event(event, told), dates, write_body(event)))
