"""The handbook's chapters about events and hours."""

from django.utils.translation import gettext_lazy as _

from pages.handbook import register_chapter

CHAPTERS = (
    ("sabitie", _("Събитие с дата"), "event", ""),
    ("povtarya-se", _("Събитие, което се повтаря"), "recurrence", ""),
    ("snimki", _("Снимки от събитието"), "photos", ""),
    ("zatvaryane", _("Затваряме днес"), "closing", "events.add_closure"),
    ("sedmitsa", _("Работното време за една седмица"), "week", "events.add_openinghours"),
)


def register() -> None:
    """Add the chapters to the handbook."""
    for number, (slug, title, name, permission) in enumerate(CHAPTERS):
        template = f"events/handbook/{name}.html"
        register_chapter(slug, title, template=template, order=30 + number, permission=permission)
