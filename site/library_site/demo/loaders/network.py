"""The region: municipalities, settlements, sample libraries, trainings and materials."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from wagtail.models import Page

from library_site.demo.content import Item, everything, items, table
from library_site.demo.days import clock, resolve
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.english import translate
from library_site.demo.loaders.hours import load_terms
from library_site.demo.loaders.pages import put, slug_of
from methodology.actions.read_files import ReadFiles
from methodology.models import (
    DownloadDay,
    Library,
    LibraryKind,
    MaterialAudience,
    MaterialCategory,
    MaterialFile,
    MaterialPage,
    MethodologyDeadline,
    MethodologyIndexPage,
    Training,
)
from pages.models import LibraryDocument, Municipality, Settlement

CENTRE = "68850"


def load_places() -> None:
    """Make the eleven municipalities and the settlements of the sample libraries."""
    for item in items("municipalities"):
        Municipality.objects.get_or_create(code=item["code"], defaults=item)
    by_code = {row.code: row for row in Municipality.objects.all()}
    kinds = {"towns": Settlement.Kind.TOWN, "villages": Settlement.Kind.VILLAGE}
    for group, kind in kinds.items():
        for code, places in everything()[group].items():
            for name, ekatte in places:
                defaults = {"name": name, "kind": kind, "municipality": by_code[f"SZR{code}"]}
                Settlement.objects.get_or_create(ekatte=ekatte, defaults=defaults)


def load_libraries() -> None:
    """Make one sample library in each settlement; none describes a real one."""
    points = everything()["points"]
    for place in Settlement.objects.filter(libraries=None).select_related("municipality"):
        kind = _kind(place)
        north, east = map(Decimal, points[place.ekatte]) if place.ekatte in points else (None, None)
        Library.objects.create(
            name=f"{LibraryKind(kind).label.capitalize()} библиотека – {place} (примерни данни)",
            kind=kind,
            municipality=place.municipality,
            settlement=place,
            latitude=north,
            longitude=east,
            is_sample=True,
        )


def _kind(place: Settlement) -> LibraryKind:
    if place.ekatte == CENTRE:
        return LibraryKind.REGIONAL
    if place.kind == Settlement.Kind.TOWN and place.ekatte == place.municipality.ekatte:
        return LibraryKind.MUNICIPAL if place.name in ("Казанлък", "Чирпан") else LibraryKind.TOWN
    return LibraryKind.CHITALISHTE


def load_trainings(bench: Bench) -> None:
    """Make the trainings, past and coming."""
    for item in items("trainings"):
        if not Training.objects.filter(title=item["title"]).exists():
            _training(bench, item)


def _training(bench: Bench, item: Item) -> None:
    day, hour = item["start"].split()
    start = resolve(day, bench.today)
    row = Training(
        kind=item["kind"].replace("_", "-"),
        status=item["status"],
        title=item["title"],
        start_date=start,
        start_time=clock(hour),
        end_date=start + timedelta(days=item["days"] - 1) if item["days"] > 1 else None,
        place=item["place"],
        description=item["description"],
        capacity=item["capacity"],
        registration_note=item.get("registration", ""),
        is_public=item.get("public", True),
    )
    row.municipalities = list(Municipality.objects.filter(slug__in=item["municipalities"]))
    row.full_clean()
    row.save()


def load_materials(bench: Bench) -> None:
    """Publish the materials, replaced editions first, and translate those that have English."""
    categories = load_terms(bench, MaterialCategory, "material_categories")
    audiences = load_terms(bench, MaterialAudience, "material_audiences")
    ReadFiles(LibraryDocument.objects.filter(pk__in=bench.shelf.documents.values())).execute()
    for item in sorted(items("materials"), key=lambda one: "replaces" in one):
        bench.words.learn(item)
        values = _material(bench, item) | {
            "category": categories[item["category"]],
            "audiences": [audiences[slug] for slug in item["audiences"]],
        }
        page = bench.pages[item["key"]] = put(bench.pages["methodology"], MaterialPage, slug_of(item), values)
        if "title_en" in item:
            translate(page, bench.words, bench.en, slug_of({"title": item["title_en"]}))
    _deadlines(bench)
    _downloads(bench)


def _deadlines(bench: Bench) -> None:
    """Put what is expected of the libraries on the index page, in both languages."""
    item = table("indexes")["methodology"]
    rows = []
    for row in items("deadlines"):
        bench.words.say(row["text"], row["text_en"])
        day, form = resolve(row["day"], bench.today), bench.pages[row["form"]]
        rows.append(
            MethodologyDeadline(locale=bench.bg, text=row["text"], day=day, form=Page.objects.get(pk=form.pk))
        )
    index = put(bench.pages["home"], MethodologyIndexPage, item["slug"], {"deadlines": rows})
    bench.pages["methodology"] = index
    translate(index, bench.words, bench.en, item["slug_en"])


def _downloads(bench: Bench) -> None:
    """Make up how often the files were taken, once; the search reads them at once."""
    documents = list(LibraryDocument.objects.filter(in_materials__isnull=False).distinct().order_by("pk"))
    if not DownloadDay.objects.exists():
        DownloadDay.objects.bulk_create(
            DownloadDay(document=one, day=bench.today - timedelta(days=back), downloads=number % 5 + 1)
            for number, one in enumerate(documents)
            for back in range(1 + number % 7, 120, 7 + number % 11)
        )


def _material(bench: Bench, item: Item) -> dict[str, Any]:
    return {
        "title": item["title"],
        "lead": item["lead"],
        "body": bench.body(item, item["key"]),
        "edition_date": resolve(item["edition"], bench.today),
        "review_on": resolve(item["review"], bench.today) if "review" in item else None,
        "official_number": item.get("number", ""),
        "source": item.get("source", ""),
        "replaces": bench.pages[item["replaces"]] if "replaces" in item else None,
        "files": [MaterialFile(document_id=bench.shelf.documents[name]) for name in item["files"]],
    }
