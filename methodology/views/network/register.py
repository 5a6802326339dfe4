"""Import of a register in the admin: choose a file, see what would happen, confirm."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.log_actions import log

from methodology.access import sees_whole_network
from methodology.actions.import_libraries import ImportLibraries, Outcome
from methodology.messages import located_sentence, sentence
from methodology.models import Library, WaitingRegister
from methodology.register.findings import Finding, Problem, UnreadableFile
from methodology.register.records import read_content
from methodology.register.table import MAX_BYTES, MAX_ROWS
from methodology.views.network.guard import may

# The file with the rest of its form around it.
MAX_REQUEST = MAX_BYTES + 64 * 1024
SHOWN = 200
STATES = {
    "new": gettext_lazy("нова"),
    "changed": gettext_lazy("променена"),
    "same": gettext_lazy("без промяна"),
    "refused": gettext_lazy("отказана"),
}


class RegisterForm(forms.Form):
    """The file of a register."""

    file = forms.FileField(
        label=gettext_lazy("Таблица .xlsx или .csv"),
        help_text=gettext_lazy("До 5 MB и 20 000 реда. Колоните са като в износа на библиотеките."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.csv,.tsv,.txt"


# The body is looked at only after its length: Django's protection would read all of it first.
@csrf_exempt
def import_register(request: HttpRequest) -> HttpResponse:
    """The form that takes a file; too long a request is refused unread."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if request.method == "POST" and (not length.isdigit() or int(length) > MAX_REQUEST):
        problem = sentence(Finding(Problem.TOO_LARGE, values={"limit": MAX_BYTES // 1024 // 1024}))
        return _page(request, "form", {"form": RegisterForm(), "problems": [problem]}, status=413)
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    _require_import(request)
    if request.method != "POST":
        return _page(request, "form", {"form": RegisterForm()})
    form = RegisterForm(request.POST, request.FILES)
    problems: list[str] = []
    if form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read(MAX_BYTES + 1)
        try:
            read_content(file.name, data)
        except UnreadableFile as error:
            problems = [located_sentence(finding) for finding in error.findings[:SHOWN]]
        else:
            return redirect(
                "methodology_register_preview", WaitingRegister.keep(request.user, file.name, data).token
            )
    return _page(request, "form", {"form": form, "problems": problems}, status=422)


def preview_register(request: HttpRequest, token: UUID) -> HttpResponse:
    """What the import would do, and on POST doing it."""
    _require_import(request)
    waiting = WaitingRegister.of(request.user, token)
    if waiting is None:
        messages.error(request, _("Вносът вече е направен или е чакал повече от час. Изберете файла пак."))
        return redirect("methodology_register")
    register = read_content(waiting.name, bytes(waiting.data))
    if request.method != "POST":
        return _preview(request, waiting, ImportLibraries(register, dry_run=True).execute())
    expected = request.POST.get("expected", "")
    action = ImportLibraries(register, skip_refused="skip_refused" in request.POST, expected=expected)
    outcome = action.execute()
    if not outcome.written:
        messages.warning(
            request, _("Нищо не е внесено. Прегледайте отново какво ще се промени и потвърдете.")
        )
        return redirect("methodology_register_preview", waiting.token)
    waiting.delete()
    for library in action.saved:
        log(library, "methodology.import", user=request.user)
    text = _("Внесено: %(new)s нови и %(changed)s променени библиотеки, %(same)s без промяна.")
    messages.success(request, text % {"new": outcome.new, "changed": outcome.changed, "same": outcome.same})
    return redirect("wagtailsnippets_methodology_library:list")


def _preview(request: HttpRequest, waiting: WaitingRegister, outcome: Outcome) -> HttpResponse:
    lines = [line for line in outcome.lines if line.state != "same"]
    findings = [located_sentence(finding) for finding in outcome.findings]
    context = {
        "name": waiting.name,
        "outcome": outcome,
        "counts": [(STATES[state], getattr(outcome, state)) for state in STATES],
        "lines": [(line, STATES[line.state]) for line in lines[:SHOWN]],
        "more_lines": max(0, len(lines) - SHOWN),
        "findings": findings[:SHOWN],
        "more_findings": max(0, len(findings) - SHOWN),
        "nothing": not (outcome.new or outcome.changed),
    }
    return _page(request, "preview", context)


def _require_import(request: HttpRequest) -> None:
    if not (
        may(request, Library, "add") and may(request, Library, "change") and sees_whole_network(request.user)
    ):
        raise PermissionDenied


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    base = {"page_title": _("Внос на библиотеки"), "header_icon": "download", "most": MAX_ROWS}
    return render(request, f"methodology/admin/register_{name}.html", base | context, status=status)
