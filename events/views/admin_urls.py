"""Addresses inside Wagtail's admin."""

from django.urls import path

from events.views.duplicate_event import duplicate_event
from events.views.planned_dates import planned_dates
from events.views.split_event import split_event

app_name = "events_admin"

urlpatterns = [
    path("duplicate/<int:page_id>/", duplicate_event, name="duplicate"),
    path("planned-dates/", planned_dates, name="planned_dates"),
    path("split/<int:page_id>/<str:day>/", split_event, name="split"),
]
