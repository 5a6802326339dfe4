"""The tree of the site: home, the index pages, the pages of text; and the contacts on every page."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from events.models import ClosedDayCalendarPage, DepartmentIndexPage, EventIndexPage
from library_site.demo.content import Item, items, table
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.english import translate
from library_site.demo.loaders.pages import put, slug_of
from methodology.models import MethodologyContact, MethodologyIndexPage
from pages.models import ContactPhone, ContactSettings, HomePage, NewsIndexPage, SocialLink, StandardPage

INDEXES: dict[str, type[Page]] = {
    "events": EventIndexPage,
    "news": NewsIndexPage,
    "departments": DepartmentIndexPage,
    "closed_days": ClosedDayCalendarPage,
    "methodology": MethodologyIndexPage,
}


def load_tree(bench: Bench) -> None:
    """Make home and the index pages in the order of the menu, then the pages of text."""
    home = bench.pages["home"] = _home(bench)
    for name, item in table("indexes").items():
        values: dict[str, Any] = {"title": item["title"], "lead": item["lead"], "show_in_menus": True}
        if name == "methodology":
            values["contacts"] = [
                MethodologyContact(locale=bench.bg, **row) for row in items("methodology_contacts")
            ]
        bench.words.learn(item)
        bench.pages[name] = put(home, INDEXES[name], item["slug"], values)
    for item in items("pages"):
        bench.pages[item["key"]] = _text_page(bench, item)


def translate_tree(bench: Bench) -> None:
    """Translate home, the index pages and the pages of text."""
    translate(bench.pages["home"], bench.words, bench.en, table("home")["slug_en"])
    for name, item in table("indexes").items():
        translate(bench.pages[name], bench.words, bench.en, item["slug_en"])
    for item in items("pages"):
        translate(bench.pages[item["key"]], bench.words, bench.en, item["slug_en"])


def _home(bench: Bench) -> HomePage:
    item = table("home")
    bench.words.learn(item)
    root = Page.objects.get(depth=1)
    home: HomePage = put(root, HomePage, item["slug"], {"title": item["title"], "intro": item["intro"]})
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    old_root = site.root_page if site.pk else None
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.hostname, site.port = address.hostname or "localhost", address.port or 80
    site.site_name, site.root_page = table("contact")["short_name"], home
    site.save()
    # The welcome page that the first migration leaves at the root.
    if old_root is not None and old_root.pk != home.pk and old_root.specific_class is Page:
        old_root.delete()
        home.refresh_from_db()
    return home


def _text_page(bench: Bench, item: Item) -> StandardPage:
    bench.words.learn(item)
    values = {
        "title": item["title"],
        "lead": item["lead"],
        "show_in_menus": item.get("menu", False),
        "last_reviewed": bench.today.replace(day=1),
        "body": bench.body(item, item["key"]),
    }
    page: StandardPage = put(bench.pages[item["parent"]], StandardPage, slug_of(item), values)
    return page


def load_contacts() -> None:
    """Fill in the library's names, address and telephones, unless somebody did before."""
    site = Site.objects.get(is_default_site=True)
    found = ContactSettings.for_site(site)
    if found.name:
        return
    for name, value in table("contact").items():
        setattr(found, name, value)
    found.phones = [ContactPhone(sort_order=i, **row) for i, row in enumerate(items("phones"))]
    found.social_links = [SocialLink(sort_order=i, **row) for i, row in enumerate(items("social_links"))]
    found.full_clean()
    found.save()
