"""How a reader takes a calendar of ours into their own: the address, and what opens it in known calendars."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from django.http import HttpRequest
from django.urls import reverse

from pages.navigation import active_language

GOOGLE = "https://calendar.google.com/calendar/render?cid="
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?"


@dataclass(frozen=True, slots=True)
class Subscription:
    """The https address of a calendar, to copy, and the same address as calendars' own links."""

    https: str
    webcal: str
    google: str
    outlook: str


def subscription(request: HttpRequest, path: str, name: str) -> Subscription:
    """The links to the calendar at a path of this site; `name` is what Outlook calls it."""
    https = request.build_absolute_uri(path)
    webcal = urlsplit(https)._replace(scheme="webcal").geturl()
    # Google asks a calendar at webcal, and so takes it as a subscription, not as a list of events to copy.
    return Subscription(
        https=https,
        webcal=webcal,
        google=GOOGLE + quote(webcal, safe=""),
        outlook=OUTLOOK + urlencode({"url": https, "name": name}),
    )


def closed_days_path(department: str = "") -> str:
    """The calendar of the closed days, of all or of one department, in the active language."""
    language = active_language()
    asked = {"department": department, "lang": "" if language == "bg" else language}
    chosen = urlencode({name: value for name, value in asked.items() if value})
    return reverse("events:closed_days_ics") + (f"?{chosen}" if chosen else "")
