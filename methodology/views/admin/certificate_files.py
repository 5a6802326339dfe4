"""All certificates of a training in one file: asked for here, made by a task, taken from here."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from methodology.actions.certificate_files import MOST_CERTIFICATES, certificates_for
from methodology.models import CertificateFile, Training
from methodology.tasks import write_certificate_file
from methodology.views.admin.downloads import attachment
from methodology.views.admin.guard import seen_training

SECONDS = 4
SHOWN = 5


@never_cache
def certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the files the person has asked for today; asking again while one is being made changes nothing."""
    training = seen_training(request, pk)
    mine = _mine(request, training)
    held = list(mine[:SHOWN])
    is_running = any(not file.is_ready and not file.is_late for file in held)
    number = certificates_for(training, request.user).count()
    if request.method == "POST":
        if number and not is_running:
            asked = mine.model.objects.create(training=training, asked_by=request.user)
            write_certificate_file.enqueue(str(asked.pk))
        return redirect("methodology_certificates", pk)
    context = {
        "training": training,
        "number": number,
        "most": MOST_CERTIFICATES,
        "files": held,
        "is_running": is_running,
        "page_title": _("Удостоверения в един файл"),
        "page_subtitle": training.title,
        "header_icon": "doc-full",
    }
    response = TemplateResponse(request, "methodology/admin/certificate_files.html", context)
    if is_running:
        response["Refresh"] = str(SECONDS)
    return response


@require_safe
def certificates_pdf(request: HttpRequest, pk: int, key: uuid.UUID) -> HttpResponse:
    """Answer with a file that the person has asked for."""
    training = seen_training(request, pk)
    ready = CertificateFile.objects.filter(training=training, asked_by=request.user.pk, number__gt=0)
    file = get_object_or_404(ready, pk=key)
    return attachment(bytes(file.pdf), "application/pdf", f"udostoverenia-{training.pk}.pdf")


def _mine(request: HttpRequest, training: Training):  # type: ignore[no-untyped-def]
    return training.certificate_files.filter(asked_by=request.user.pk).defer("pdf")
