"""A year of news."""

from datetime import datetime, time
from typing import Any

from django.utils import timezone

from library_site.demo.content import Item, items
from library_site.demo.days import resolve
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.english import translate
from library_site.demo.loaders.pages import put, slug_of
from pages.models import NewsPage


def load_news(bench: Bench) -> None:
    """Publish the news, oldest first, and translate those that have English."""
    for item in sorted(items("news"), key=lambda one: resolve(one["date"], bench.today)):
        bench.words.learn(item)
        page = put(bench.pages["news"], NewsPage, slug_of(item), news_values(bench, item), item.get("tags"))
        bench.pages[item["key"]] = page
        if "title_en" in item:
            translate(page, bench.words, bench.en, slug_of({"title": item["title_en"]}))


def news_values(bench: Bench, item: Item) -> dict[str, Any]:
    """Return the fields of a piece of news."""
    day = resolve(item["date"], bench.today)
    values = {
        "title": item["title"],
        "date": day,
        "lead": item["lead"],
        "body": bench.body(item, item["key"]),
        "first_published_at": timezone.make_aware(datetime.combine(day, time(9, 0))),
        "related_event_id": bench.pages[item["event"]].pk if "event" in item else None,
    }
    return values | picture(bench, item)


def picture(bench: Bench, item: Item) -> dict[str, Any]:
    """Return the picture of an item with its description, or none."""
    name = item.get("image")
    if name is None:
        return {"image_id": None, "image_alt": ""}
    return {"image_id": bench.shelf.pictures[name], "image_alt": bench.shelf.alts[name]}
