"""The editors' handbook in the admin's help menu."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pages.handbook import chapters_for


def index(request: HttpRequest) -> HttpResponse:
    """The contents."""
    return _page(request, "index", _("Наръчник"), {"chapters": chapters_for(request.user)})


def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """One task, with the ones before and after it."""
    known = chapters_for(request.user)
    found = [number for number, one in enumerate(known) if one.slug == slug]
    if not found:
        raise Http404
    number = found[0]
    around = {"previous": known[number - 1] if number else None, "next": _at(known, number + 1)}
    return _page(request, "chapter", str(known[number].title), {"chapter": known[number], **around})


def _at(known: list[Any], number: int) -> Any:
    return known[number] if number < len(known) else None


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    crumbs = [{"url": reverse("library_handbook"), "label": _("Наръчник")}] if name == "chapter" else []
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Начало")},
        *crumbs,
        {"url": "", "label": title},
    ]
    shown = {
        **context,
        "page_title": title,
        "header_title": title,
        "header_icon": "help",
        "breadcrumbs_items": crumbs,
    }
    return render(request, f"pages/handbook/{name}.html", shown)
