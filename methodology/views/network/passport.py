"""The passport of a library, on the screen and as a PDF."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from methodology.charts import Spot, region_map
from methodology.facts import library_facts
from methodology.geography import CENTRES
from methodology.models import Library, Post
from methodology.passport import filled
from methodology.views.network.guard import may, seen
from pages.bulgarian import slugify
from pages.models import Municipality
from pages.pdf import font_faces, write_pdf

PLACE = ("municipality", "settlement", "branch_of")


def passport(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet with what can be done from it."""
    library = seen(request, Library, pk, *PLACE)
    changes = may(request, Library, "change")
    context = {
        "page_title": _("Паспорт на библиотеката"),
        "header_icon": "doc-full",
        "may_change": changes,
        "handed": _held(library) if may(request, Post, "change") else [],
        **_sheet(library),
    }
    return render(request, "methodology/passport/page.html", context)


def passport_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet as an accessible PDF, in Bulgarian; its sections are capped, so it is made at once."""
    library = seen(request, Library, pk, *PLACE)
    with override(settings.LANGUAGE_CODE):
        context = {**_sheet(library), "font_faces": font_faces(), "css": stylesheet("passport.css")}
        content = write_pdf(render_to_string("methodology/passport/pdf.html", context))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="pasport-{slugify(library.name)[:60]}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _sheet(library: Library) -> dict[str, Any]:
    sections = filled(library)
    return {
        "library": library,
        "facts": library_facts(library),
        "sections": sections,
        "summary": [
            (section.title, section.context["number"]) for section in sections if "number" in section.context
        ],
        "spots": _spots(library),
        "made_on": timezone.localdate(),
        "issuer": settings.WAGTAIL_SITE_NAME,
    }


def _spots(library: Library) -> list[Spot]:
    rows = [(place.code, place.name, 1, "") for place in Municipality.objects.filter(code__in=CENTRES)]
    return region_map(rows, CENTRES, library.municipality.code)


def _held(library: Library) -> list[Post]:
    return [post for post in library.posts.on().select_related("person") if post.until is None]


@cache
def stylesheet(name: str) -> str:
    """Return the rules of a sheet of the department, to stand inside a PDF."""
    found = finders.find(f"methodology/admin/{name}")
    return Path(str(found)).read_text(encoding="utf-8") if found else ""
