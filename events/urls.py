"""Addresses of the feeds: for programs, so without a language in the path."""

from django.urls import path, re_path

from events.views.closed_day_feeds import closed_days_ics, closed_days_list
from events.views.delta import delta_feed
from events.views.event_feeds import event_ics, events_ics
from events.views.event_lists import event_list_feed
from pages.api.urls import unknown_door

app_name = "events"

urlpatterns = [
    path("events.ics", events_ics, name="events_ics"),
    path("events.atom", event_list_feed, {"ending": "atom"}, name="events_atom"),
    path("events.rss", event_list_feed, {"ending": "rss"}, name="events_rss"),
    path("events.json", event_list_feed, {"ending": "json"}, name="events_json"),
    path("events/delta", delta_feed, name="events_delta"),
    path("event/<uuid:uid>.ics", event_ics, name="event_ics"),
    path("closed-days.ics", closed_days_ics, name="closed_days_ics"),
    path("closed-days.atom", closed_days_list, {"ending": "atom"}, name="closed_days_atom"),
    path("closed-days.json", closed_days_list, {"ending": "json"}, name="closed_days_json"),
    re_path(r"^.*$", unknown_door),
]
