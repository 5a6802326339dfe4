"""Events under a page whose address has changed."""

from datetime import datetime

from wagtail.models import Page

from events.actions.delta import note_changes
from events.actions.retell import retell
from events.models import EventPage


def readdress_events(page_id: int, now: datetime | None = None) -> int:
    """Write the new addresses of live events under a page into their feed texts; return how many changed.

    Safe to run twice; a page that is gone has no events.
    """
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    return retell(EventPage.objects.descendant_of(page, inclusive=True), now)


def note_privacy(page_id: int) -> int:
    """Put the events under a page whose privacy may have changed last in the order of changes.

    Safe to run twice; a page that is gone has no events.
    """
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    events = EventPage.objects.descendant_of(page, inclusive=True).exclude(publication=None)
    return note_changes(events.select_related("locale").order_by("pk").iterator(chunk_size=100))
