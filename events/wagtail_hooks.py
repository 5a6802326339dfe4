"""What the plugin adds to Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages as admin_messages
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page
from wagtail.snippets.models import register_snippet

from events.actions.closed_dates import may_decide
from events.hooks import closures, hours
from events.models import EventPage
from events.models.conflicts import conflicts_of
from events.models.event_parts.details import ClosurePolicy
from events.page_buttons import duplicate_buttons, header_buttons
from events.panels.programme import ProgrammePanel
from events.views.closed_dates import closed_dates
from events.views.import_events import import_events, preview_import
from events.views.import_result import import_result
from events.viewsets import EventsGroup, HoursGroup
from pages.decorators import hook

# Their modules register hooks of their own.
__all__ = ["closures", "hours"]

register_snippet(HoursGroup)
register_snippet(EventsGroup)

SHOWN = 5


@hook("register_log_actions")
def name_split(actions: LogActionRegistry) -> None:
    """Say in the history of both events where the other one is."""

    @actions.register_action("events.split")
    class SplitFormatter(LogFormatter):
        label = gettext_lazy("Отделяне на събитие от дата нататък")

        def format_message(self, entry: ModelLogEntry) -> str:
            return _("От %(day)s нататък продължава „%(title)s“ (№ %(page)s)") % entry.data

    @actions.register_action("events.continue")
    class ContinueFormatter(LogFormatter):
        label = gettext_lazy("Продължение на друго събитие")

        def format_message(self, entry: ModelLogEntry) -> str:
            return _("Продължава „%(title)s“ (№ %(page)s) от %(day)s нататък") % entry.data


@hook("after_create_page")
@hook("after_edit_page")
def tell_about_dates(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say that the rule has moved the start, and which dates fall on closed days; autosave says nothing.

    Whoever publishes such dates is asked about each of them at once.
    """
    if not isinstance(page, EventPage) or not request.accepts("text/html"):
        return None
    if page.start_moved_from:
        text = _("%(entered)s не е дата от повторението. Началото е преместено на %(start)s.")
        values = {"entered": f"{page.start_moved_from:%d.%m.%Y}", "start": f"{page.start_date:%d.%m.%Y}"}
        messages.warning(request, text % values)
    return ask_about_closed_dates(request, page)


def ask_about_closed_dates(request: HttpRequest, page: EventPage) -> HttpResponse | None:
    """Name the closures that the coming dates fall on; after publishing, go where they are decided about."""
    found = conflicts_of(page)
    openings = [(row, why) for row, why in page.dates_for_editor() if why and row.kind == row.Kind.OPENING]
    asks = page.closure_policy == ClosurePolicy.ASK
    closed = [(one.row, one.why) for one in found] + (openings if asks else [])
    if not closed:
        return None
    shown = ", ".join(f"{row.first_day:%d.%m.%Y} ({why})" for row, why in closed[:SHOWN])
    text = _("Дати в дни, когато е затворено: %(dates)s. Преместете ги или изберете, че се провеждат.")
    if not asks:
        text = _("Дати, които се отменят, защото е затворено: %(dates)s.")
    address = reverse("events_closed_dates", args=[page.pk])
    buttons = [admin_messages.button(address, _("Решение за всяка дата"))] if found else []
    admin_messages.warning(request, text % {"dates": shown}, buttons=buttons)
    published = bool(request.POST.get("action-publish"))
    return redirect(address) if found and asks and published and may_decide(page, request.user) else None


@hook("construct_homepage_panels")
def add_programme(request: HttpRequest, panels: list[Component]) -> None:
    """Show the next two weeks on the dashboard."""
    panels.append(ProgrammePanel())


@hook("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses of the plugin's own views in the admin."""
    return [
        path("events/<int:page_id>/closed-dates/", closed_dates, name="events_closed_dates"),
        path("events/import/", import_events, name="events_import"),
        path("events/import/<uuid:token>/", preview_import, name="events_import_preview"),
        path("events/import/<uuid:token>/result/", import_result, name="events_import_result"),
        path("events/", include("events.views.admin_urls")),
    ]


@hook("register_page_header_buttons")
def event_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer what can be done with an event in the menu of its page."""
    yield from header_buttons(page, user)


@hook("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer an event on a new date in lists of pages too."""
    yield from duplicate_buttons(page, user)
