"""What the site holds, counted by kind."""

from django.db.models import Model
from django.utils.translation import gettext as _

from events.models import Closure, Department, EventOccurrence, EventPage
from methodology.models import Library, MaterialPage, Training
from pages.models import LibraryDocument, LibraryImage, Municipality, NewsPage, StandardPage


def counts() -> dict[str, int]:
    """Return how many rows there are of each kind, pages in both languages together."""
    kinds: list[tuple[str, type[Model]]] = [
        (_("страници с текст"), StandardPage),
        (_("новини"), NewsPage),
        (_("събития"), EventPage),
        (_("дати на събития"), EventOccurrence),
        (_("отдели"), Department),
        (_("затваряния"), Closure),
        (_("материали"), MaterialPage),
        (_("обучения"), Training),
        (_("общини"), Municipality),
        (_("примерни библиотеки"), Library),
        (_("изображения"), LibraryImage),
        (_("документи"), LibraryDocument),
    ]
    return {name: model._default_manager.count() for name, model in kinds}
