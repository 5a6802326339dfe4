"""Events under a page whose address has changed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from events.actions.publish_event import write_feed_text
from events.models import EventPage
from pages import versions


def readdress_events(page_id: int, now: datetime | None = None) -> int:
    """Write the new addresses of live events under a page into their feed texts; return how many changed.

    Safe to run twice; a page that is gone has no events.
    """
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    events = (
        EventPage.objects.live().descendant_of(page, inclusive=True).select_related("publication", "locale")
    )
    changed = 0
    for event in events.exclude(publication=None).iterator(chunk_size=100):
        with transaction.atomic():
            changed += _readdress(event, now or timezone.now())
    if changed:
        versions.bump("events")
    return changed


def _readdress(event: EventPage, now: datetime) -> bool:
    if not write_feed_text(event, event.publication):
        return False
    event.publication.sequence += 1
    event.publication.published_at = now
    write_feed_text(event, event.publication)
    return True
