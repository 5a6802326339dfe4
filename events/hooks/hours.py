"""What the admin adds for hours: addresses, the panel of today, the looks of the forms."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail.admin.ui.components import Component

from events.panels.today import TodayPanel
from events.views.close_today import close_today, closed_today, confirm_closing
from events.views.closures import closure_state
from events.views.holidays import holidays
from events.views.hours_report import HoursReportView
from events.views.why import why_view
from pages.decorators import hook


@hook("register_admin_urls")
def addresses() -> list[URLPattern]:
    """The addresses of the views."""
    report = HoursReportView
    return [
        path("hours/close-today/", close_today, name="events_close_today"),
        path("hours/close-today/confirm/", confirm_closing, name="events_confirm_closing"),
        path("hours/closed-today/<uuid:closing>/", closed_today, name="events_closed_today"),
        path("hours/closures/<int:pk>/<slug:state>/", closure_state, name="events_closure_state"),
        path("hours/holidays/", holidays, name="events_holidays_now"),
        path("hours/holidays/<int:year>/", holidays, name="events_holidays"),
        path("hours/why/", why_view, name="events_why"),
        path("hours/report/", report.as_view(), name="events_hours_report"),
        path(
            "hours/report/results/",
            report.as_view(results_only=True),
            name="events_hours_report_results",
        ),
    ]


@hook("construct_homepage_panels")
def add_today(request: HttpRequest, panels: list[Component]) -> None:
    """Show today's hours, with the button that closes, on the dashboard."""
    panels.append(TodayPanel())


@hook("insert_global_admin_css")
def looks() -> Any:
    """The style sheet of these screens; forms of snippets use it too."""
    return format_html('<link rel="stylesheet" href="{}">', static("events/admin/hours.css"))
