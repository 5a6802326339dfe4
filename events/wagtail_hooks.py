"""What the plugin adds to Wagtail's admin."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from events import tasks
from events.models import Closure, EventPage, OpeningException
from events.models.affected import events_hit_by
from events.models.event_parts.details import ClosurePolicy
from events.viewsets import EventsGroup, HoursGroup

register_snippet(HoursGroup)
register_snippet(EventsGroup)

SHOWN = 5


@hooks.register("after_create_page")  # type: ignore[untyped-decorator]
@hooks.register("after_edit_page")  # type: ignore[untyped-decorator]
def tell_about_dates(request: HttpRequest, page: Page) -> None:
    """Say that the rule has moved the start, and which dates fall on closed days; autosave says nothing."""
    if not isinstance(page, EventPage) or not request.accepts("text/html"):
        return
    if page.start_moved_from:
        text = _("%(entered)s не е дата от повторението. Началото е преместено на %(start)s.")
        values = {"entered": f"{page.start_moved_from:%d.%m.%Y}", "start": f"{page.start_date:%d.%m.%Y}"}
        messages.warning(request, text % values)
    if page.closure_policy == ClosurePolicy.ASK:
        closed = [f"{row.first_day:%d.%m.%Y} ({why})" for row, why in page.dates_for_editor() if why]
        if closed:
            text = _(
                "Дати в дни, когато е затворено: %(dates)s. Преместете ги или изберете, че се провеждат."
            )
            messages.warning(request, text % {"dates": ", ".join(closed[:SHOWN])})


@hooks.register("after_create_snippet")  # type: ignore[untyped-decorator]
@hooks.register("after_edit_snippet")  # type: ignore[untyped-decorator]
def tell_about_closure(request: HttpRequest, instance: object) -> None:
    """Let a closure reach the events, and say which ones it hits."""
    if not isinstance(instance, Closure | OpeningException) or not request.accepts("text/html"):
        return
    tasks.apply_closures.enqueue()
    if not isinstance(instance, Closure) or instance.state != Closure.State.CONFIRMED:
        return
    hit = events_hit_by(instance)
    if hit:
        shown = "; ".join(f"{row.first_day:%d.%m.%Y} – {row.event.title}" for row in hit[:SHOWN])
        text = _("В тези дни има събития (%(number)s): %(events)s. Проверете дали ще се проведат.")
        messages.warning(request, text % {"number": len(hit), "events": shown})


@hooks.register("after_delete_snippet")  # type: ignore[untyped-decorator]
def apply_after_delete(request: HttpRequest, instances: list[object]) -> None:
    """Restore the events that a deleted closure had cancelled."""
    if any(isinstance(one, Closure | OpeningException) for one in instances):
        tasks.apply_closures.enqueue()
