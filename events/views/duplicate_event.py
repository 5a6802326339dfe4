"""Asks for a new date, and makes a draft of the same event on it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events.actions.duplicate_event import DuplicateEvent
from events.forms.duplicate_event import DuplicateForm
from events.models import EventPage

LARGEST_ID = 2**31 - 1


@require_http_methods(["GET", "HEAD", "POST"])
def duplicate_event(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the date; on POST save the draft and open it."""
    event = _event(request, page_id)
    form = DuplicateForm(event, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        new = _duplicated(request, event, form)
        if new is not None:
            return redirect("wagtailadmin_pages:edit", new.pk)
    context = {
        "event": event,
        "form": form,
        "media": form.media,
        "back": reverse("wagtailadmin_pages:edit", args=[event.pk]),
        "page_title": _("Същото събитие на нова дата"),
        "page_subtitle": event.title,
        "header_icon": "copy",
    }
    return render(request, "events/admin/duplicate_event.html", context, status=422 if form.errors else 200)


def _event(request: HttpRequest, page_id: int) -> EventPage:
    if page_id > LARGEST_ID:
        raise Http404
    page = get_object_or_404(EventPage, pk=page_id)
    may_add = page.get_parent().permissions_for_user(request.user).can_add_subpage()
    if not (may_add and page.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    event: EventPage = page.get_latest_revision_as_object()
    return event


def _duplicated(request: HttpRequest, event: EventPage, form: DuplicateForm) -> EventPage | None:
    """The new draft; None, with the errors in the form, when its dates cannot be."""
    values = form.cleaned_data
    repeats = bool(values.get("repeats"))
    try:
        new = DuplicateEvent(event, values["day"], values["title"], repeats, request.user).execute()
    except ValidationError as problem:
        form.add_error("day", problem.messages)
        return None
    text = _("Готово: чернова на новата дата. Проверете я и я публикувайте, когато е готова.")
    if new.start_moved_from:
        text = _("%(entered)s не е дата от повторението. Началото е преместено на %(start)s.") % {
            "entered": f"{new.start_moved_from:%d.%m.%Y}",
            "start": f"{new.start_date:%d.%m.%Y}",
        }
    messages.success(request, text)
    return new
