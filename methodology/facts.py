"""What is known of a material or a training, term by term, as the pages show it."""

from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from methodology.wording import when
from pages.bulgarian import dates
from pages.navigation import active_language

if TYPE_CHECKING:
    from methodology.models import Library, MaterialPage, Training

Facts = list[tuple[str, str]]


def material_facts(page: "MaterialPage", audiences: list[str]) -> Facts:
    """Return edition, number, source, readers and what the material replaces; empty texts are left out."""
    edition = dates.long_date(page.edition_date, active_language()) if page.edition_date else ""
    facts = [
        (_("Издание"), edition),
        (_("Официален номер"), page.official_number),
        (_("Източник"), page.source),
        (_("За кого"), ", ".join(audiences) or _("за всички библиотеки")),
        (_("Заменя"), _link(page.replaced) if page.replaced else ""),
    ]
    return [(term, text) for term, text in facts if text]


def training_facts(training: "Training") -> Facts:
    """Return time, place, lecturers, participants and places; empty texts are left out."""
    municipalities = [municipality.display_name for municipality in training.municipalities.all()]
    facts = [
        (_("Кога"), when(training)),
        (_("Къде"), _bulgarian(training.place)),
        (_("Лектори"), _bulgarian(training.lecturers)),
        (_("За общини"), ", ".join(municipalities) or _("всички")),
        (_("Места"), str(training.capacity or "")),
    ]
    return [(term, text) for term, text in facts if text]


def library_facts(library: "Library") -> Facts:
    """Return codes, address, contacts, hours and what it is a branch of; empty texts are left out."""
    facts = [
        (_("Читалище № (регистър на читалищата)"), str(library.reg_no or "")),
        (_("Библиотека № (регистър на обществените библиотеки)"), library.library_no),
        (_("ЕИК"), library.eik),
        (_("ЕКАТТЕ"), library.settlement.ekatte),
        (_("Адрес"), library.address),
        (_("Телефон"), library.phone),
        (_("Ел. поща"), library.email),
        (_("Интернет страница"), library.website),
        (_("Работно време"), library.hours),
        (_("Филиал на"), str(library.branch_of or "")),
    ]
    return [(term, text) for term, text in facts if text]


def _link(page: "MaterialPage") -> SafeString:
    return format_html('<a href="{}">{}</a>', page.url, page.title)


def _bulgarian(text: str) -> str:
    """Mark what is kept in Bulgarian only, for whoever reads the page aloud."""
    return text if active_language() == "bg" or not text else format_html('<span lang="bg">{}</span>', text)
