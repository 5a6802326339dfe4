"""What events of the demo have beside their text: visiting hours, places, partners, series, pictures."""

from datetime import time
from typing import Any

from events.models import (
    EventPage,
    EventPartner,
    EventSeriesPage,
    FurtherPlace,
    PhotoReportPage,
    ReportPhoto,
    VisitingHours,
)
from library_site.demo.content import Item, items
from library_site.demo.days import resolve
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.news import picture
from library_site.demo.loaders.pages import put, slug_of
from pages.models import Settlement


def load_series(bench: Bench) -> None:
    """Publish the series before the events that belong to them."""
    for item in items("series"):
        bench.words.learn(item)
        values = {"title": item["title"], "lead": item["lead"]} | picture(bench, item)
        bench.pages[item["key"]] = put(bench.pages["events"], EventSeriesPage, slug_of(item), values)


def parts_of(bench: Bench, item: Item) -> dict[str, Any]:
    """Return the rows and links of an event."""
    return {
        "series": bench.pages[item["series"]] if "series" in item else None,
        "video_url": item.get("video", ""),
        "visiting_hours": [_hours(row) for row in item.get("visiting", [])],
        "further_places": [_place(row, bench) for row in item.get("places", [])],
        "partners": [EventPartner(locale=bench.bg, **row) for row in item.get("partners", [])],
    }


def load_photo_reports(bench: Bench) -> None:
    """Publish the pictures of past events."""
    for item in items("photo_reports"):
        event = EventPage.objects.get(pk=bench.pages[item["event"]].pk)
        values = {
            "title": item["title"],
            "taken_on": resolve(item["day"], bench.today),
            "text": item["text"],
            "credit": item["credit"],
            "photos": [_photo(name, bench) for name in item["photos"]],
        }
        put(event, PhotoReportPage, slug_of(item), values)


def _hours(row: dict[str, Any]) -> VisitingHours:
    opens, closes = (time.fromisoformat(text) for text in row["hours"].split("-"))
    return VisitingHours(weekday=row["from"], last_weekday=row.get("to"), opens=opens, closes=closes)


def _place(row: dict[str, Any], bench: Bench) -> FurtherPlace:
    found = Settlement.objects.filter(name=row["settlement"]).first() if "settlement" in row else None
    place = FurtherPlace(locale=bench.bg, name=row.get("name", ""), address=row.get("address", ""))
    place.settlement, place.municipality = found, found.municipality if found else None
    return place


def _photo(name: str, bench: Bench) -> ReportPhoto:
    return ReportPhoto(locale=bench.bg, image_id=bench.shelf.pictures[name], alt_text=bench.shelf.alts[name])
