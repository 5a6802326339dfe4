"""The activity report, on the screen, as a Word document and as a PDF."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from methodology.activity import Report, build
from methodology.counting.addresses import report as report_query
from methodology.formats import activity_docx
from methodology.forms.scope import PeriodForm
from methodology.models import Library
from methodology.policies import ANY_ACTION
from methodology.views.network.guard import may
from methodology.views.network.passport import stylesheet
from pages.pdf import font_faces, write_pdf

PDF = "application/pdf"


def activity(request: HttpRequest) -> HttpResponse:
    """The page; what is wrong in the form is said at its field and the present year is shown."""
    form, report = _asked(request)
    context = {
        "page_title": report.title,
        "header_icon": "doc-full",
        "form": form,
        "query": report_query(report.scope),
        **_sheet(report),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "methodology/activity/page.html", context, status=status)


def activity_pdf(request: HttpRequest) -> HttpResponse:
    """The report as an accessible PDF, in Bulgarian; it is as long as the list of municipalities."""
    with override(settings.LANGUAGE_CODE):
        report = _asked(request)[1]
        context = {**_sheet(report), "font_faces": font_faces(), "css": stylesheet("activity.css")}
        content = write_pdf(render_to_string("methodology/activity/pdf.html", context))
    return _file(content, PDF, report, "pdf")


def activity_docx_file(request: HttpRequest) -> HttpResponse:
    """The report as a document that the department goes on writing in."""
    with override(settings.LANGUAGE_CODE):
        report = _asked(request)[1]
        content = activity_docx.write(report, issuer=settings.WAGTAIL_SITE_NAME, day=timezone.localdate())
    return _file(content, activity_docx.CONTENT_TYPE, report, "docx")


def _asked(request: HttpRequest) -> tuple[PeriodForm, Report]:
    """Return the form and the report; only for whoever may see the records behind it."""
    if not may(request, Library, *ANY_ACTION):
        raise PermissionDenied
    form = PeriodForm(request.GET or None)
    return form, build(form.scope(request.user))


def _sheet(report: Report) -> dict[str, Any]:
    return {"report": report, "made_on": timezone.localdate(), "issuer": settings.WAGTAIL_SITE_NAME}


def _file(content: bytes, content_type: str, report: Report, suffix: str) -> HttpResponse:
    period = report.scope.period
    name = f"otchet-{period.first}-{period.last}.{suffix}"
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
