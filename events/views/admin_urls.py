"""Addresses inside Wagtail's admin."""

from django.urls import path

from events.views.planned_dates import planned_dates
from events.views.split_event import split_event

app_name = "events_admin"

urlpatterns = [
    path("planned-dates/", planned_dates, name="planned_dates"),
    path("split/<int:page_id>/<str:day>/", split_event, name="split"),
]
