"""„Затваряме днес“ in three taps: what has happened, what that does, done; and taken back by one more."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.actions import CloseToday, UndoClosing
from events.actions.undo_closing import entries_of
from events.closing_today import what_it_does
from events.forms.close_today import CloseTodayForm
from events.forms.looks import LOOK
from events.models import ClosureTemplate
from events.working_with_hours import is_of_own, may_close


def close_today(request: HttpRequest) -> HttpResponse:
    """The second tap: what has happened."""
    _check(request)
    context = {
        "templates": ClosureTemplate.objects.filter(for_today=True),
        "page_title": _("Затваряме днес"),
        "header_icon": "lock",
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "events/admin/close_today.html", context)


def confirm_closing(request: HttpRequest) -> HttpResponse:
    """The third tap: what is closed and what that hits, with all words to be changed."""
    _check(request)
    asked = request.GET.get("template", "")
    template = (
        ClosureTemplate.objects.filter(pk=asked).first() if asked.isdecimal() and asked.isascii() else None
    )
    form = CloseTodayForm(template, request.POST if request.method == "POST" else None, request.user)
    if form.is_bound and form.is_valid() and LOOK not in request.POST:
        try:
            closing = _close(request, form)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("events_closed_today", closing)
    context = {
        "form": form,
        "effects": what_it_does(form),
        "page_title": template.name if template else _("Затваряме днес"),
        "page_subtitle": _("Затваряме днес") if template else "",
        "header_icon": "lock",
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "events/admin/confirm_closing.html", context)


def closed_today(request: HttpRequest, closing: UUID) -> HttpResponse:
    """Done: what was closed, with the button that takes it back."""
    _check(request)
    entries = entries_of(closing)
    if not entries:
        raise Http404
    if not all(is_of_own(request.user, entry) for entry in entries):
        raise PermissionDenied
    if request.method == "POST":
        try:
            UndoClosing(closing, request.user).execute()
        except ValidationError as problem:
            messages.error(request, " ".join(problem.messages))
            return redirect("events_closed_today", closing)
        messages.success(request, _("Затварянето е оттеглено. Днес е отворено, както преди."))
        return redirect("wagtailadmin_home")
    context = {
        "entries": entries,
        "closing": closing,
        "page_title": _("Готово: затворено"),
        "header_icon": "lock",
    }
    return TemplateResponse(request, "events/admin/closed_today.html", context)


def _close(request: HttpRequest, form: CloseTodayForm) -> UUID:
    values: dict[str, Any] = form.cleaned_data
    action = CloseToday(form.kind, form.texts, values["department"], form.closes_at, request.user)
    return action.execute()


def _check(request: HttpRequest) -> None:
    if not may_close(request.user):
        raise PermissionDenied
