"""Addresses of the feeds: for programs, so without a language in the path."""

from django.urls import path, re_path

from events.views.closed_day_feeds import closed_days_ics
from events.views.event_feeds import event_ics, events_ics
from pages.api.urls import unknown_door

app_name = "events"

urlpatterns = [
    path("events.ics", events_ics, name="events_ics"),
    path("event/<uuid:uid>.ics", event_ics, name="event_ics"),
    path("closed-days.ics", closed_days_ics, name="closed_days_ics"),
    re_path(r"^.*$", unknown_door),
]
