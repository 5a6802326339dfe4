"""How an import goes and what became of it: a page to return to."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from events.models import WaitingImport

PROBLEMS = {
    "changed": gettext_lazy("Междувременно нещо се е променило. Прегледайте отново и потвърдете."),
    "not-allowed": gettext_lazy("Вече нямате право да добавяте събития в тази програма."),
    "unexpected": gettext_lazy("Нещо се повреди. Нищо не е записано. Опитайте отново."),
    "partly": gettext_lazy(
        "Нещо се повреди, преди всичко да е записано. Опитайте отново: записаното не се повтаря."
    ),
}
# After so long somebody should look whether the worker runs.
LONG = timedelta(minutes=3)


@require_safe
def import_result(request: HttpRequest, token: UUID) -> HttpResponse:
    """The state of one's own import; while it runs the page asks again by itself."""
    waiting = WaitingImport.owned(request.user).filter(pk=token).first()
    if waiting is None:
        raise Http404
    if waiting.state == WaitingImport.State.WAITING:
        return redirect("events_import_preview", token)
    running = waiting.state in (WaitingImport.State.QUEUED, WaitingImport.State.RUNNING)
    written, problem = waiting.result.get("written", 0), waiting.result.get("problem", "")
    if problem == "unexpected" and written:
        problem = "partly"
    context = {
        "page_title": _("Внос на събития"),
        "header_icon": "calendar",
        "waiting": waiting,
        "running": running,
        "late": running and waiting.decided_at is not None and waiting.decided_at < timezone.now() - LONG,
        "written": written,
        "problem": PROBLEMS.get(problem, ""),
    }
    response = render(request, "events/admin/import_result.html", context)
    if running:
        response["Refresh"] = "3"
    return response
