"""The handbook's chapters about events and hours."""

from django.utils.translation import gettext_lazy as _

from pages.handbook import register_chapter

CHAPTERS = (
    ("sabitie", _("Събитие с дата"), "event"),
    ("povtarya-se", _("Събитие, което се повтаря"), "recurrence"),
)


def register() -> None:
    """Add the chapters to the handbook."""
    for number, (slug, title, name) in enumerate(CHAPTERS):
        register_chapter(slug, title, template=f"events/handbook/{name}.html", order=30 + number)
