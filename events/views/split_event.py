"""Asks whether an event shall continue as another one from a date on, and lets it."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events.actions.split_event import SplitEvent
from events.models import EventPage
from events.recurrence import UserError
from events.wording import user_error
from events.wording.moments import day_heading

LARGEST_ID = 2**31 - 1


@require_http_methods(["GET", "HEAD", "POST"])
def split_event(request: HttpRequest, page_id: int, day: str) -> HttpResponse:
    """Confirm, then save both drafts and open the new one."""
    event = _event(request, page_id)
    split = SplitEvent(event, _day(day), request.user)
    back = reverse("wagtailadmin_pages:edit", args=[event.pk])
    try:
        split.check()
        if request.method == "POST":
            new = split.execute()
            messages.success(request, _told(event, new, split.day), extra_tags="safe")
            return redirect("wagtailadmin_pages:edit", new.pk)
    except UserError as problem:
        messages.error(request, " ".join(user_error(problem).messages))
        return redirect(back)
    context = {
        "event": event,
        "day": day_heading(split.day),
        "back": back,
        "header_title": _("Отделно събитие от дата нататък"),
        "header_icon": "date",
    }
    return render(request, "events/admin/confirm_split.html", context)


def _event(request: HttpRequest, page_id: int) -> EventPage:
    if page_id > LARGEST_ID:
        raise Http404
    page = get_object_or_404(EventPage, pk=page_id)
    may_add = page.get_parent().permissions_for_user(request.user).can_add_subpage()
    if not (may_add and page.permissions_for_user(request.user).can_edit()):
        raise PermissionDenied
    event: EventPage = page.get_latest_revision_as_object()
    return event


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise Http404 from problem


def _told(event: EventPage, new: EventPage, day: date) -> str:
    text = _(
        "Събитието от %(day)s нататък е запазено като чернова: „%(new)s“. Предишното „%(old)s“ "
        "завършва преди този ден, също като чернова. Публикувайте и двете."
    )
    link = '<a href="{}">{}</a>'
    values = {
        "day": f"{day:%d.%m.%Y}",
        "new": format_html(link, reverse("wagtailadmin_pages:edit", args=[new.pk]), new.title),
        "old": format_html(link, reverse("wagtailadmin_pages:edit", args=[event.pk]), event.title),
    }
    return text % values
