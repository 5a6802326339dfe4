"""The programme: single events, exhibitions and series, with changes on single dates."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from events.models import EventPage, OccurrenceChange
from events.planning import When
from events.recurrence import Rule, localise
from library_site.demo.content import Item, items
from library_site.demo.days import clock, interval, resolve
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.english import translate
from library_site.demo.loaders.news import picture
from library_site.demo.loaders.pages import put, slug_of
from library_site.demo.loaders.programme_parts import parts_of
from pages.models import Municipality

HOME_MUNICIPALITY = "stara-zagora"

Rows = dict[str, dict[str, Any]]


def load_events(bench: Bench, rows: Rows) -> None:
    """Publish the events and translate those that have English."""
    municipalities = {row.slug: row for row in Municipality.objects.all()}
    for item in items("events"):
        bench.words.learn(item)
        values = event_values(bench, item, rows | {"municipalities": municipalities})
        page = put(bench.pages["events"], EventPage, slug_of(item), values)
        bench.pages[item["key"]] = page
        if "title_en" in item:
            translate(page, bench.words, bench.en, slug_of({"title": item["title_en"]}))


def event_values(bench: Bench, item: Item, rows: Rows) -> dict[str, Any]:
    """Return the fields of an event page."""
    when = dates(item, bench.today)
    opening = localise(when.opening) if when.opening else None
    values = {
        "title": item["title"],
        "lead": item["lead"],
        "body": bench.body(item, item["key"]),
        "start_date": when.start_date,
        "start_time": when.start_time,
        "end_date": when.end_date,
        "end_time": when.end_time,
        "recurrence": str(when.rule or ""),
        "opening_start": opening,
        "changes": [_change(said, when, bench) for said in item.get("changes", [])],
    }
    parts = parts_of(bench, item)
    return values | parts | place(item, rows) | details(item, rows) | picture(bench, item)


def place(item: Item, rows: Rows) -> dict[str, Any]:
    """Return where an event takes place."""
    return {
        "location": item["location"],
        "department": rows["departments"].get(item.get("department", "")),
        "municipality": rows["municipalities"][item.get("municipality", HOME_MUNICIPALITY)],
        "attendance_mode": item.get("mode", "offline"),
        "online_url": item.get("online_url", ""),
    }


def details(item: Item, rows: Rows) -> dict[str, Any]:
    """Return for whom an event is and in what state."""
    return {
        "category": rows["categories"][item["category"]],
        "audiences": [rows["audiences"][slug] for slug in item["audiences"]],
        "status": item.get("status", "planned"),
        "status_reason": item.get("status_reason", ""),
        "closure_policy": item.get("policy", "ask"),
        "registration_email": item.get("registration_email", ""),
        "capacity": item.get("capacity"),
        "price": item.get("price", "вход свободен"),
        "contact": "042 648 143",
    }


def dates(item: Item, today: date) -> When:
    """Return when an event takes place, its first date moved to the first one of its rule."""
    start = resolve(item["start"], today)
    begins, ends = interval(item["time"]) if "time" in item else (None, None)
    last = resolve(item["end"], today) if "end" in item else None
    if "days" in item:
        last = start + timedelta(days=item["days"] - 1)
    opening = datetime.combine(start, clock(item["opening"])) if "opening" in item else None
    rule = _rule(item, start, begins, today)
    if rule is not None:
        first = rule.aligned(When(start, begins).start)
        start = first.date() if isinstance(first, datetime) else first
    return When(start, begins, last, ends, rule, opening)


def _rule(item: Item, start: date, begins: time | None, today: date) -> Rule | None:
    if "rule" not in item:
        return None
    rule = Rule.parse(item["rule"], start)
    if "until" not in item:
        return rule
    until = resolve(item["until"], today)
    return replace(rule, until=datetime.combine(until, time(23, 59)) if begins else until)


def _change(said: Item, when: When, bench: Bench) -> OccurrenceChange:
    number = int(said["on"].removeprefix("next").lstrip("+") or 0)
    coming = when.starts(bench.today, bench.today + timedelta(days=180))
    return OccurrenceChange(
        locale=bench.bg,
        kind=said["kind"],
        recurrence_id=localise(coming[number]),
        reason=said.get("reason", ""),
        location=said.get("location", ""),
        note=said.get("note", ""),
    )
