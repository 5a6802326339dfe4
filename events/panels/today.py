"""Today's hours on the dashboard of the admin, with the button that closes."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import ModelLogEntry

from events.actions.close_today import CLOSED, CUT, OPENED
from events.actions.undo_closing import is_changed_since
from events.models import Closure
from events.timetable import timetable
from events.today import today_state
from events.working_with_hours import is_of_own, may_close, own_records

PROPOSALS_SHOWN = 3


class TodayPanel(Component):
    """Open or closed today, „Затваряме днес“, what was closed today, and what waits for a decision."""

    name = "library_hours"
    template_name = "events/admin/today_panel.html"
    # On top: who closes stands at a door with a phone in hand.
    order = 5

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Nothing for those who may not close."""
        user = parent_context["request"].user
        if not may_close(user):
            return {}
        now = timezone.now()
        proposed = Closure.objects.proposed().filter(start_date__gte=timezone.localdate(now))
        return {
            "may_close": True,
            "state": today_state(timetable().library, now),
            "closings": [entry for entry in _closings() if is_of_own(user, entry)],
            "proposals": own_records(user, proposed).order_by("start_date")[:PROPOSALS_SHOWN],
        }


def _closings() -> list[ModelLogEntry]:
    """What was closed today and may still be taken back."""
    since = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    found = ModelLogEntry.objects.filter(action__in=(CLOSED, OPENED, CUT), timestamp__gte=since)
    by_closing = {entry.uuid: entry for entry in found.order_by("pk")[:20]}
    return [entry for entry in by_closing.values() if not is_changed_since(entry)]
