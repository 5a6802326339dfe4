"""More of the same, for measuring: repetitions of the written content, put in by the shortest safe way."""

from datetime import timedelta
from typing import Any

from events.actions import PublishEvent
from events.models import EventPage
from library_site.demo.content import items
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.news import news_values
from library_site.demo.loaders.pages import add, slug_of
from library_site.demo.loaders.programme import Rows, event_values
from methodology.models import Library, LibraryKind
from pages.models import Municipality, NewsPage, Settlement

DAYS_BETWEEN = 17
YEARS_BACK = 20


def load_repetitions(bench: Bench, rows: Rows, scale: int) -> None:
    """Bring events, news and libraries to `scale` times the written ones."""
    municipalities: dict[str, Any] = {row.slug: row for row in Municipality.objects.all()}
    rows = rows | {"municipalities": municipalities}
    for number in range(2, scale + 1):
        _events(bench, rows, number)
        _news(bench, number)
        _libraries(number)


def _events(bench: Bench, rows: Rows, number: int) -> None:
    parent = bench.pages["events"]
    known = set(parent.get_children().filter(slug__endswith=f"-{number}").values_list("slug", flat=True))
    # Every second repetition lies ahead, the others fill the archive.
    shift = timedelta(days=DAYS_BETWEEN * (number // 2) * (1 if number % 2 else -1) % 600)
    moved = Bench(bench.today + shift, bench.bg, bench.en, bench.shelf, bench.words, bench.pages)
    for item in items("events"):
        slug = f"{slug_of(item)}-{number}"
        if slug not in known:
            values = event_values(moved, item | {"changes": []}, rows)
            values["title"] += f" ({number})"
            PublishEvent(add(parent, EventPage, slug, values)).execute()


def _news(bench: Bench, number: int) -> None:
    parent = bench.pages["news"]
    known = set(parent.get_children().filter(slug__endswith=f"-{number}").values_list("slug", flat=True))
    back = timedelta(days=365 * (number % YEARS_BACK) + number)
    for item in items("news"):
        slug = f"{slug_of(item)}-{number}"
        if slug not in known:
            values = news_values(bench, item)
            values["title"] += f" ({number})"
            values["date"] -= back
            values["first_published_at"] -= back
            add(parent, NewsPage, slug, values, item.get("tags"))


def _libraries(number: int) -> None:
    ending = f"(примерни данни {number})"
    if Library.objects.filter(name__endswith=ending).exists():
        return
    Library.objects.bulk_create(
        Library(
            name=f"Читалищна библиотека – {place} {ending}",
            kind=LibraryKind.CHITALISHTE,
            municipality=place.municipality,
            settlement=place,
            is_sample=True,
        )
        for place in Settlement.objects.select_related("municipality")
    )
