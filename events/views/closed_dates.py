"""The dates of one event on closed days, in the admin: keep, skip or move each, or all of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from events.actions import DecideClosedDates
from events.actions.closed_dates import may_decide
from events.forms.closed_dates import ClosedDatesForm
from events.models import EventPage
from events.models.conflicts import conflicts_of
from events.models.event_parts.details import ClosurePolicy


def closed_dates(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask about the dates of an event on closed days, and write down what is chosen."""
    page = get_object_or_404(EventPage, pk=page_id)
    if not may_decide(page, request.user):
        raise PermissionDenied
    draft: EventPage = page.get_latest_revision_as_object()
    form = ClosedDatesForm(draft, conflicts_of(draft), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _decided(request, page, form):
        return redirect("events_closed_dates" if form.undecided else "wagtailadmin_pages:edit", page.pk)
    context = {
        "page": draft,
        "form": form,
        "media": form.media,
        "cancels": draft.closure_policy == ClosurePolicy.CANCEL,
        "page_title": _("Дати в дни, когато е затворено"),
        "page_subtitle": draft.title,
        "header_icon": "calendar",
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return TemplateResponse(request, "events/admin/closed_dates.html", context)


def _decided(request: HttpRequest, page: EventPage, form: ClosedDatesForm) -> bool:
    """Write the decisions down and say what became of them; False when the draft has errors."""
    if not form.decisions:
        messages.info(request, _("Нищо не е променено."))
        return True
    publish = page.permissions_for_user(request.user).can_publish()
    try:
        published = DecideClosedDates(page, form.decisions, request.user, publish).execute()
    except ValidationError as problem:
        text = _("Решенията не са записани. Отворете събитието и поправете грешките: %(errors)s")
        messages.error(request, text % {"errors": " ".join(problem.messages)})
        return False
    if published:
        messages.success(request, _("Решенията са записани и публикувани."))
    else:
        messages.success(request, _("Решенията са записани в черновата. Публикувайте я, за да важат."))
    return True
