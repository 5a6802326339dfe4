"""What an event of somebody else's calendar says, in our fields and of bounded length."""

from events.imports.candidates import Words
from events.imports.content_lines import Component
from events.imports.limits import MAX_LOCATION, MAX_TEXT, MAX_TITLE, MAX_URL
from events.imports.problems import ImportProblem
from events.imports.texts import cut, is_web_address, one_line, paragraphs, unescaped
from events.recurrence import UserError

STATUSES = {"CANCELLED": "cancelled", "CONFIRMED": "confirmed"}
MAX_CATEGORIES = 10


def read_words(event: Component, remarks: list[UserError]) -> Words:
    """Read the texts of a VEVENT; adds what was left out to `remarks`; ImportProblem without a title."""
    title = _bounded(one_line(event.value("SUMMARY")), MAX_TITLE, "SUMMARY", remarks)
    if not title:
        raise ImportProblem("unreadable-title" if "SUMMARY" in event.unreadable else "no-title")
    place = one_line(event.value("LOCATION"))
    online = _web_address(event, ("CONFERENCE", "X-GOOGLE-CONFERENCE"), remarks)
    if is_web_address(place):
        online, place = online or place[:MAX_URL], ""
    location, _, address = place.partition(", ") if len(place) > MAX_LOCATION else (place, "", "")
    if event.value("STATUS").upper() == "CANCELLED":
        remarks.append(ImportProblem("cancelled-there"))
    return Words(
        title=title,
        text=_bounded(paragraphs(event.value("DESCRIPTION")), MAX_TEXT, "DESCRIPTION", remarks),
        location=_bounded(location, MAX_LOCATION, "LOCATION", remarks),
        address=_bounded(address, MAX_LOCATION, "LOCATION", remarks),
        online_url=online,
        link=_web_address(event, ("URL",), remarks),
        categories=_categories(event),
        status=STATUSES.get(event.value("STATUS").upper(), "planned"),
    )


def _bounded(text: str, most: int, name: str, remarks: list[UserError]) -> str:
    if len(text) > most:
        remarks.append(ImportProblem("shortened", name=name))
    return cut(text, most)


def _web_address(event: Component, names: tuple[str, ...], remarks: list[UserError]) -> str:
    for name in names:
        value = unescaped(event.value(name)).strip()
        if is_web_address(value) and len(value) <= MAX_URL:
            return value
        if value:
            remarks.append(ImportProblem("unsafe-address", value=value[:60]))
    return ""


def _categories(event: Component) -> tuple[str, ...]:
    listed = [one_line(name) for found in event.all("CATEGORIES") for name in found.value.split(",")]
    return tuple(dict.fromkeys(name[:80] for name in listed if name))[:MAX_CATEGORIES]
