"""What the templates of every plugin share: slots, dates in words, the menu, the links to other languages."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.paginator import Page as PageOfList
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Page, Site

from pages import navigation, slots
from pages.bulgarian import dates
from pages.json_ld import json_ld as write_json_ld
from pages.models import ContactPhone, ContactSettings, StandardPage

register = template.Library()

QUOTED = re.compile("„[^“]{1,30}“")


def _day(value: date | datetime) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def _clock(value: time | datetime) -> time:
    if isinstance(value, time):
        return value
    return (timezone.localtime(value) if timezone.is_aware(value) else value).time()


def _language() -> str:
    return get_language() or "bg"


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str) -> SafeString:
    """Return what the plugins show in a slot, or nothing."""
    request = context.get("request")
    if request is None:
        return SafeString()
    pieces = []
    for contribution in slots.contributions(name):
        gathered = contribution.context(request, context.get("page"))
        if gathered is not None:
            pieces.append(
                render_to_string(contribution.template, {"page": context.get("page"), **gathered}, request)
            )
    return mark_safe("".join(pieces).strip())  # noqa: S308 - rendered by templates, which have escaped it


@register.simple_tag
def json_ld(data: Mapping[str, Any]) -> SafeString:
    """Return data for search engines as JSON-LD; see the component `json_ld.html`."""
    return mark_safe(write_json_ld(data))  # noqa: S308 - what could end the element is escaped there


@register.filter
def long_date(value: date | None) -> str:
    """Return „23 ноември 2026 г.“."""
    return dates.long_date(_day(value), _language()) if value else ""


@register.filter
def short_date(value: date | None) -> str:
    """Return „23.11.2026“."""
    return dates.short_date(_day(value), _language()) if value else ""


@register.filter
def day_and_month(value: date | None) -> str:
    """Return „23 ноември“."""
    return dates.day_and_month(_day(value), _language()) if value else ""


@register.filter
def month_name(value: date | int | None) -> str:
    """Return „ноември“ for a date or the number of a month."""
    if not value:
        return ""
    return dates.month_name(value if isinstance(value, int) else _day(value).month, _language())


@register.filter
def weekday(value: date | None) -> str:
    """Return „понеделник“."""
    return dates.weekday_name(_day(value), _language()) if value else ""


@register.filter
def clock(value: time | datetime | None) -> str:
    """Return „8:30“, in Bulgarian time."""
    return dates.clock(_clock(value)) if value else ""


@register.simple_tag
def date_range(first: date, last: date | None = None) -> str:
    """Return „10 септември – 10 октомври 2026 г.“, both days inclusive."""
    return dates.date_range(_day(first), _day(last or first), _language())


@register.simple_tag
def time_range(start: time | datetime, end: time | datetime | None = None) -> str:
    """Return „8:30–18:30“, in Bulgarian time."""
    return dates.time_range(_clock(start), _clock(end) if end else None)


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[navigation.MenuItem]:
    """Return the main menu in the active language: at most one query a request."""
    request = context.get("request")
    return navigation.main_menu(request, context.get("page")) if request else []


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[navigation.LanguageLink]:
    """Return this page in the other languages: at most one query a request."""
    request = context.get("request")
    return navigation.language_links(request, context.get("page")) if request else []


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> list[tuple[str, str]]:
    """Return the languages of this very page with whole addresses, its own first; nothing when it has one."""
    others = [link for link in language_links(context) if link.translated]
    if not others:
        return []
    request = context["request"]
    own = (navigation.active_language(), request.build_absolute_uri(request.path))
    return [own, *((link.code, request.build_absolute_uri(link.url)) for link in others)]


@register.simple_tag
def mirrored_language(page: object) -> str:
    """Return the language that a page without a translation is shown in: one query, for such a page only."""
    return navigation.mirrored_language(page)


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """Return "?…": the query of this request with some values changed; None or "" takes a value out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def foot_links(context: Context) -> list[navigation.MenuItem]:
    """Return the pages under home that are not in the menu; no query beside the menu's."""
    request = context.get("request")
    return navigation.foot_links(request, context.get("page")) if request else []


@register.simple_tag(takes_context=True)
def trail(context: Context) -> list[navigation.MenuItem]:
    """Return the pages above this one, home first: one query."""
    request = context.get("request")
    return navigation.trail(request, context.get("page")) if request else []


@register.simple_tag(takes_context=True)
def pages_below(context: Context, page: Page) -> list[navigation.MenuItem]:
    """Return the live pages right under a page: one query."""
    request = context.get("request")
    return navigation.below(request, page) if request else []


@register.simple_tag
def headings(body: StreamValue) -> list[Any]:
    """Return the section headings of a body, when there are enough of them to need a list."""
    found = [block.value for block in body if block.block_type == "heading" and block.value["level"] == "h2"]
    return found if len(found) > 1 else []


@register.simple_tag
def home_url() -> str:
    """Return the address of the home page in the active language."""
    return navigation.home_url()


@register.simple_tag(takes_context=True)
def contact_settings(context: Context) -> ContactSettings | None:
    """Return who the library is and how to reach it; None while there is no site."""
    request = context.get("request")
    try:
        return ContactSettings.for_request(request) if request else None
    except Site.DoesNotExist:
        return None


@register.simple_tag(takes_context=True)
def library_name(context: Context) -> str:
    """Return the full name of the library in the active language."""
    contact = contact_settings(context)
    return (contact and contact.display_name) or str(settings.WAGTAIL_SITE_NAME)


@register.simple_tag
def fonts_present() -> bool:
    """Tell whether the font files were installed; without them the page asks for none."""
    return _fonts_found()


@lru_cache
def _fonts_found() -> bool:
    return finders.find("pages/fonts/sofia-sans-cyrillic.woff2") is not None


@register.simple_tag
def page_numbers(page_obj: PageOfList[Any]) -> list[int | str]:
    """Return the page numbers worth a link: the first, the last, those around this one, „…“ between."""
    return list(page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1))


@register.filter
def iso(value: date | datetime | time | None) -> str:
    """Return the machine form for a `datetime` attribute, in Bulgarian time."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).isoformat(
            timespec="minutes"
        )
    return value.isoformat() if value else ""


@register.filter
def dialled(number: str) -> str:
    """Return a telephone number as `tel:` takes it, with the country's code."""
    return ContactPhone(number=number).dialled


@register.filter
def joined(values: Iterable[object]) -> str:
    """Return what is not empty, with dots between: place, audience, price."""
    return " · ".join(str(value) for value in values if value)


@register.filter
def kind_name(page: Page) -> str:
    """Return what kind of page it is: „новина“, „събитие“."""
    return _("страница") if isinstance(page, StandardPage) else str(page._meta.verbose_name)


@register.filter
def whole_name(name: str) -> str:
    """Return a name whose quoted part does not break over two lines: „Захарий Княжески“."""
    return QUOTED.sub(lambda found: found[0].replace(" ", "\u00a0"), name)
