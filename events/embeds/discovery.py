"""How other sites find out that an event can be shown in a frame."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from events.models import EventPage


def oembed_link(request: HttpRequest, page: object) -> dict[str, object] | None:
    """The address of the oEmbed answer for a live event; nothing for other pages."""
    if not isinstance(page, EventPage) or not page.live:
        return None
    address = page.get_full_url(request)
    path = f"{reverse('oembed')}?{urlencode({'url': address})}"
    return {"oembed_url": request.build_absolute_uri(path), "title": page.title}
