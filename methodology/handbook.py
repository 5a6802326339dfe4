"""The handbook's chapters about the work of the methodology department."""

from django.utils.translation import gettext_lazy as _

from pages.handbook import register_chapter

CHAPTERS = (
    ("konsultatsia", _("Консултация по телефона"), "consultation", "methodology.add_consultation"),
    ("obuchenie", _("Обучение от записването до анкетата"), "training", "methodology.add_training"),
)


def register() -> None:
    """Add the chapters to the handbook."""
    for number, (slug, title, name, permission) in enumerate(CHAPTERS):
        template = f"methodology/handbook/{name}.html"
        register_chapter(slug, title, template=template, order=60 + number, permission=permission)
