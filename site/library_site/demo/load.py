"""Loading the demo, room by room; what is already there is left as it is or brought up to date."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import translation
from wagtail.models import Locale

from library_site.demo.content import table
from library_site.demo.loaders.assets import load_shelf
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.hours import load_closures, load_hours, load_vocabularies
from library_site.demo.loaders.network import load_libraries, load_materials, load_places, load_trainings
from library_site.demo.loaders.news import load_news
from library_site.demo.loaders.programme import Rows, load_events
from library_site.demo.loaders.programme_parts import load_photo_reports, load_series
from library_site.demo.loaders.project import load_project
from library_site.demo.loaders.scale import load_repetitions
from library_site.demo.loaders.staff import load_staff
from library_site.demo.loaders.training_work import load_training_work
from library_site.demo.loaders.tree import load_contacts, load_tree, translate_tree
from library_site.demo.loaders.work import load_work
from pages.actions.collect_words import CollectWords


def load(today: date, scale: int = 1, with_staff: bool = True, say: Callable[[str], None] = print) -> Bench:
    """Load everything as of a day, in the language of the content; return what was used on the way."""
    with translation.override("bg"):
        bench = open_bench(today)
        for name, room in rooms(bench, scale, with_staff).items():
            say(name)
            with transaction.atomic():
                room()
    return bench


def open_bench(today: date) -> Bench:
    """Prepare the languages, the files and the English words."""
    bg, en = (Locale.objects.get_or_create(language_code=code)[0] for code in ("bg", "en"))
    with transaction.atomic():
        bench = Bench(today, bg, en, load_shelf())
    for name, said in table("pictures").items():
        bench.words.picture_alts[name] = said["alt_en"]
        bench.words.say(said["alt"], said["alt_en"])
    for bulgarian, english in table("english").items():
        bench.words.say(bulgarian, english)
    return bench


def rooms(bench: Bench, scale: int, with_staff: bool) -> dict[str, Callable[[], None]]:
    """Return what is loaded, in order, by what is said about it."""

    def vocabularies() -> None:
        rows.update(load_vocabularies(bench))
        load_hours(bench, rows["departments"])
        load_closures(bench, rows["departments"])

    def tree() -> None:
        load_tree(bench)
        load_contacts()
        translate_tree(bench)

    def programme() -> None:
        load_series(bench)
        load_events(bench, rows)
        load_photo_reports(bench)

    def collect_words() -> None:
        CollectWords().execute()

    rows: Rows = {}
    return {
        "места": load_places,
        "отдели, работно време, неработни дни": vocabularies,
        "страници": tree,
        "събития": programme,
        "новини": lambda: load_news(bench),
        "библиотеки, обучения, материали": lambda: load_region(bench),
        "повторения за измерване": lambda: load_repetitions(bench, rows, scale),
        "думи за търсенето": collect_words,
        "служители": load_staff if with_staff else lambda: None,
    }


def load_region(bench: Bench) -> None:
    """Load the network of the region and the department's work."""
    load_libraries()
    load_trainings(bench)
    load_training_work(bench)
    load_materials(bench)
    load_work(bench)
    load_project()
