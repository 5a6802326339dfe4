"""Entering attendance on one screen, and the sheet that people sign."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from methodology.actions.attendance import EnterAttendance
from methodology.actions.refused import Refused
from methodology.forms.attendance import AttendanceGrid
from methodology.views.admin.guard import own_training, seen_training

EMPTY_LINES = 4


def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the grid of a training that has taken place, and write what is ticked."""
    training = own_training(request, pk)
    grid = AttendanceGrid(training, request.POST if request.method == "POST" else None)
    if request.method == "POST" and _written(request, grid):
        return redirect("methodology_training", pk)
    context = {
        "training": training,
        "grid": grid,
        "rows": grid.rows(),
        "page_title": _("Присъствие"),
        "page_subtitle": training.title,
        "header_icon": "list-ul",
    }
    return TemplateResponse(request, "methodology/admin/attendance.html", context)


def _written(request: HttpRequest, grid: AttendanceGrid) -> bool:
    try:
        for session in grid.past:
            if grid.is_said(session):
                session.training = grid.training
                for clash in EnterAttendance(session, grid.present(session)).execute():
                    grid.problems[clash.registration_id, clash.session_id] = clash.elsewhere
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    if grid.problems:
        messages.error(
            request, _("Отбелязаните хора са по същото време на друго обучение. Останалото е записано.")
        )
        return False
    messages.success(request, _("Присъствието е записано."))
    return True


@require_safe
def sign_in_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the list to print and sign, with the people whose libraries the person may see."""
    training = seen_training(request, pk)
    people = training.registrations.visible_to(request.user).confirmed().with_parts().by_name()
    context = {
        "training": training,
        "sessions": list(training.sessions.all()),
        "people": list(people),
        "empty_lines": range(EMPTY_LINES),
    }
    return TemplateResponse(request, "methodology/admin/sign_in_sheet.html", context)
