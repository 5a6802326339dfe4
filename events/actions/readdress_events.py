"""Events under a page whose address has changed."""

from datetime import datetime

from wagtail.models import Page

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
