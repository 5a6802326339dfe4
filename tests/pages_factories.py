"""Factories of the foundation: a site with its home pages, news, pages, pictures, records."""

from datetime import date
from typing import Any, NamedTuple

import factory
import wagtail_factories
from wagtail.models import Locale, Page, Site

from pages.models import (
    ContactSettings,
    HomePage,
    LibraryDocument,
    LibraryImage,
    Municipality,
    NewsIndexPage,
    NewsPage,
    Settlement,
    StandardPage,
)


class LibrarySite(NamedTuple):
    """A site with a home page in each language; `home_en` is None when only Bulgarian was asked for."""

    site: Site
    home: HomePage
    home_en: HomePage | None


class HomePageFactory(wagtail_factories.PageFactory):
    """A home page; give it `parent=None` to stand alone."""

    class Meta:
        model = HomePage

    title = "Начало"
    slug = factory.Sequence(lambda number: f"nachalo-{number}")
    intro = "Книги, хора и събития в сърцето на града на липите."


class StandardPageFactory(wagtail_factories.PageFactory):
    """A page of text; needs `parent`."""

    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda number: f"За читателя {number}")
    slug = ""


class NewsIndexPageFactory(wagtail_factories.PageFactory):
    """A list of news; needs `parent`, a home page."""

    class Meta:
        model = NewsIndexPage

    title = "Новини"
    slug = ""


class NewsPageFactory(wagtail_factories.PageFactory):
    """A piece of news; needs `parent`, a list of news."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda number: f"Нова изложба {number}")
    slug = ""
    date = date(2026, 11, 23)
    lead = "Откриваме я в четвъртък от 18:00 ч."


class ImageFactory(wagtail_factories.ImageFactory):
    """A picture with a generated file."""

    class Meta:
        model = LibraryImage

    title = "Фоайето на библиотеката"


class DocumentFactory(wagtail_factories.DocumentFactory):
    """A document with a generated file."""

    class Meta:
        model = LibraryDocument

    title = "Правила за обслужване"


class MunicipalityFactory(factory.django.DjangoModelFactory):
    """A municipality."""

    class Meta:
        model = Municipality
        django_get_or_create = ("code",)

    name = "Стара Загора"
    code = "SZR31"
    ekatte = "68850"


class SettlementFactory(factory.django.DjangoModelFactory):
    """A settlement in a municipality."""

    class Meta:
        model = Settlement
        django_get_or_create = ("ekatte",)

    name = "Ръжена"
    kind = Settlement.Kind.VILLAGE
    ekatte = "63570"
    municipality = factory.SubFactory(MunicipalityFactory)


def locale(code: str) -> Locale:
    """Return the record of a language, made when missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


def create_site(*, english: bool = True, **home: Any) -> LibrarySite:
    """Make the default site with a Bulgarian home page and, its English translation."""
    locale("bg")
    Site.objects.all().delete()
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        title="Root", slug="root", locale=locale("bg")
    )
    home_bg = HomePageFactory(parent=root, locale=locale("bg"), **home)
    site = Site.objects.create(
        hostname="localhost", root_page=home_bg, is_default_site=True, site_name="Библиотека"
    )
    home_en = translate(home_bg, title="Home") if english else None
    return LibrarySite(site, home_bg, home_en)


def translate(page: Page, code: str = "en", **values: Any) -> Any:
    """Make and publish the translation of a page, with other values where given."""
    copy = page.copy_for_translation(locale(code), copy_parents=True)
    for name, value in values.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def fill_contacts(site: Site, **values: Any) -> ContactSettings:
    """Fill in the contacts of a site."""
    contacts = ContactSettings.for_site(site)
    for name, value in {"name": "Градска библиотека", "city": "Стара Загора", **values}.items():
        setattr(contacts, name, value)
    contacts.save()
    return contacts
