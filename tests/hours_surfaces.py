"""What each surface of the site says of opening hours, read back the way its own readers read it."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import extruct
import feedparser
from django.test import Client
from hours_clock import told
from icalendar import Calendar
from osm_reader import hours_on

from events.recurrence import to_wall

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS = re.compile(r'data-hours="([^"]+)"')
SAYS = re.compile(r"<span data-says>(.*?)</span>\s*<small", re.S)

Node = dict[str, Any]


def at_minute(moment: datetime) -> tuple[date, time]:
    """The day and the time of day that clocks in Bulgaria show."""
    wall = to_wall(moment)
    return wall.date(), wall.time()


@dataclass
class Place:
    """A part of a page that tells the state of one schedule: the words, and the hours for the script."""

    says: str
    hours: str


def places(page: str) -> list[Place]:
    """The parts of a page that tell a state, in their order: the masthead's first."""
    unescaped = page.replace("&quot;", '"')
    found = re.findall(r'data-hours="(.*?)" data-now=.*?<span data-says>(.*?)<template', unescaped, re.S)
    return [Place(says, hours) for hours, says in found]


def by_clock(hours: str, moments: list[datetime]) -> list[bool | None]:
    """Open or not by the script of the page; None where it knows nothing."""
    (answers,) = told([(hours, moments)])
    return [None if answer is None else answer["is"] == "open" for answer in answers]


def by_api(body: Node, moment: datetime) -> bool:
    """Open or not by the intervals of `/api/v1/hours/`."""
    spans = [(one["start"], one["end"]) for day in body["days"] for one in day["intervals"]]
    return any(datetime.fromisoformat(start) <= moment < datetime.fromisoformat(end) for start, end in spans)


def by_osm(text: str, moment: datetime) -> bool:
    """Open or not by the text for OpenStreetMap."""
    day, clock = at_minute(moment)
    return any(one.opens <= clock < one.closes for one in hours_on(text, day))


def structured(page: str) -> Node:
    """The library or department in the structured data of a page."""
    nodes = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    (found,) = [node for node in nodes if node.get("@type") == "Library"]
    return dict(found)


def by_json_ld(node: Node, moment: datetime) -> bool:
    """Open or not by schema.org: a single day goes before a season, a season before the week."""
    day, clock = at_minute(moment)
    special = [one for one in node.get("specialOpeningHoursSpecification", []) if _covers(one, day)]
    single = [one for one in special if "dayOfWeek" not in one]
    seasonal = [one for one in special if _weekday(one, day)]
    usual = [one for one in node.get("openingHoursSpecification", []) if _weekday(one, day)]
    return any(
        time.fromisoformat(one["opens"]) <= clock < time.fromisoformat(one["closes"])
        for one in single or seasonal or usual
    )


def _covers(one: Node, day: date) -> bool:
    return date.fromisoformat(one["validFrom"]) <= day <= date.fromisoformat(one["validThrough"])


def _weekday(one: Node, day: date) -> bool:
    said = one.get("dayOfWeek", [])
    return DAYS[day.weekday()] in ([said] if isinstance(said, str) else said)


def closed_in_ics(client: Client, query: str) -> list[tuple[date, str]]:
    """Days and summaries of the closed-day calendar."""
    events = Calendar.from_ical(client.get(f"/feeds/closed-days.ics?{query}").content).walk("VEVENT")
    return [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events]


def closed_in_json(client: Client, query: str) -> list[tuple[date, str]]:
    """Days and departments of the closed-day JSON Feed."""
    items = json.loads(client.get(f"/feeds/closed-days.json?{query}").content)["items"]
    said = [item["_library"] for item in items]
    return [(date.fromisoformat(one["date"]), one.get("department", "")) for one in said]


def titles_in_atom(client: Client, query: str) -> list[str]:
    """Titles of the closed-day Atom feed."""
    feed = feedparser.parse(client.get(f"/feeds/closed-days.atom?{query}").content)
    return [entry.title for entry in feed.entries]


def closed_in_api(client: Client, query: str) -> list[tuple[date, list[str]]]:
    """Days and departments of `/api/v1/closed-days/`."""
    items = client.get(f"/api/v1/closed-days/?{query}").json()["items"]
    return [(date.fromisoformat(one["date"]), [term["slug"] for term in one["departments"]]) for one in items]
