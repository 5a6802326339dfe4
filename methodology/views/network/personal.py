"""Personal data of one person: told as a file, erased after a question."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from methodology.actions.erase_person import ErasePerson
from methodology.actions.export_person import ExportPerson
from methodology.models import Person
from methodology.views.network.guard import own


def export_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything known of a person as JSON; only for whoever may change the person."""
    person = own(request, Person, pk)
    text = json.dumps(ExportPerson(person).execute(), ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="lichni-danni-{person.pk}.json"'
    response["Cache-Control"] = "private, no-store"
    return response


def erase_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and on POST erase."""
    person = own(request, Person, pk)
    if not request.user.has_perm("methodology.delete_person"):
        raise PermissionDenied
    if request.method == "POST":
        ErasePerson(person, user=request.user).execute()
        messages.success(request, _("Личните данни са заличени. Броенето остава същото."))
        return redirect("wagtailsnippets_methodology_person:list")
    context = {"page_title": _("Заличаване на лични данни"), "header_icon": "bin", "person": person}
    return render(request, "methodology/admin/erase_person.html", context)
