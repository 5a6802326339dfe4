"""The same choice as a calendar or a feed that a program keeps up to date."""

from typing import Any, NamedTuple
from urllib.parse import quote

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events.embeds.kinds import Embed

FEEDS = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


class Subscription(NamedTuple):
    """A way to subscribe."""

    label: str
    url: str


def subscriptions(request: HttpRequest, embed: Embed, query: Any) -> list[Subscription]:
    """The calendar, by its address and in the programs people have, and the feeds; none for hours."""
    if embed.feed_path is None:
        return []
    path = embed.feed_path(query)
    https = request.build_absolute_uri(path)
    webcal = f"webcal:{https.partition(':')[2]}"
    return [
        Subscription(_("Адрес на календара (.ics)"), https),
        Subscription(_("Календарът на устройството"), webcal),
        Subscription(
            "Google Calendar", f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}"
        ),
        Subscription(
            "Outlook", f"https://outlook.live.com/calendar/0/addfromweb?url={quote(https, safe='')}"
        ),
        *(
            Subscription(FEEDS[ending], request.build_absolute_uri(path.replace(".ics", f".{ending}", 1)))
            for ending in embed.lists
        ),
    ]
