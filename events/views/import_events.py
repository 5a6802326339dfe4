"""Import of calendars in the admin: choose one, see what would happen, decide."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.permission_policies.pages import PagePermissionPolicy

from events.actions.import_events import Choices, ImportEvents
from events.actions.import_plan import Plan, State
from events.actions.waiting_import import decide_import
from events.forms.import_events import CalendarForm, DecisionForm
from events.imports import ImportProblem, read_calendar
from events.imports.limits import MAX_BYTES
from events.models import EventIndexPage, WaitingImport
from events.wording import user_text
from events.wording.imports import STATE_NAMES, says_when

# The calendar with the other fields of its form around it.
MAX_REQUEST = MAX_BYTES + 64 * 1024
MAX_LINES = 200
MOST_DECIDED = 5
# Nothing can be decided about these.
SETTLED = (State.SAME, State.REFUSED)


def programmes_for(user: Any) -> QuerySet[EventIndexPage]:
    """The programmes under which a person may add events."""
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    found = EventIndexPage.objects.filter(pk__in=allowed.values("pk")).order_by("path")
    may = [page.pk for page in found if page.permissions_for_user(user).can_add_subpage()]
    return found.filter(pk__in=may)


# The body is looked at only after its length: Django's protection would read all of it first.
@csrf_exempt
def import_events(request: HttpRequest) -> HttpResponse:
    """The form that takes a calendar; too long a request is refused unread."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if request.method == "POST" and (not length.isdigit() or int(length) > MAX_REQUEST):
        return _too_large(request)
    return _calendar(request)


def _too_large(request: HttpRequest) -> HttpResponse:
    form = CalendarForm(pages=programmes_for(request.user))
    problem = user_text(ImportProblem("too-large", most=MAX_BYTES // 1024))
    return _page(request, "form", {"form": form, "problem": problem}, status=413)


@csrf_protect
def _calendar(request: HttpRequest) -> HttpResponse:
    pages = programmes_for(request.user)
    if not pages:
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, "form", {"form": CalendarForm(pages=pages), "decided": _decided(request)})
    form = CalendarForm(request.POST, request.FILES, pages=pages)
    if form.is_valid():
        index, data = form.cleaned_data["page"], form.loaded.data
        try:
            read_calendar(data, timezone.localdate())
        except ImportProblem as problem:
            form.add_error("file" if form.cleaned_data["file"] else "address", user_text(problem))
        else:
            waiting = WaitingImport.keep(request.user, index, form.source_name, data)  # type: ignore[arg-type]
            return redirect("events_import_preview", waiting.token)
    return _page(request, "form", {"form": form}, status=422)


def _decided(request: HttpRequest) -> QuerySet[WaitingImport]:
    """The last imports of a person that run or have ended."""
    return _all_decided(request).defer("data").order_by("-decided_at")[:MOST_DECIDED]


def _all_decided(request: HttpRequest) -> QuerySet[WaitingImport]:
    return WaitingImport.owned(request.user).exclude(state=WaitingImport.State.WAITING)


def preview_import(request: HttpRequest, token: UUID) -> HttpResponse:
    """What the import would do; on POST it is put in the queue."""
    waiting = WaitingImport.of(request.user, token)  # type: ignore[arg-type]
    if waiting is None and _all_decided(request).filter(pk=token).exists():
        return redirect("events_import_result", token)
    if waiting is None:
        messages.error(
            request, _("Вносът вече е направен или е чакал повече от час. Изберете календара пак.")
        )
        return redirect("events_import")
    permissions = waiting.index.permissions_for_user(request.user)
    if not permissions.can_add_subpage():
        raise PermissionDenied
    reading = read_calendar(bytes(waiting.data), timezone.localdate())
    action = ImportEvents(waiting.index, waiting.source, reading, request.user)
    if request.method == "POST":
        return _decide(request, waiting, action, permissions.can_publish_subpage())
    return _preview(request, waiting, action.plan(), permissions.can_publish_subpage())


def _decide(
    request: HttpRequest, waiting: WaitingImport, action: ImportEvents, may_publish: bool
) -> HttpResponse:
    plan = action.plan()
    form = DecisionForm(request.POST, may_publish=may_publish, states=plan.counts)
    if not form.is_valid():
        return _preview(request, waiting, plan, may_publish)
    expected = form.cleaned_data.pop("expected")
    if expected != plan.digest:
        messages.warning(request, _("Междувременно нещо се е променило. Прегледайте отново и потвърдете."))
        return redirect("events_import_preview", waiting.token)
    decide_import(waiting, Choices(**form.cleaned_data), expected)
    return redirect("events_import_result", waiting.token)


def _preview(request: HttpRequest, waiting: WaitingImport, plan: Plan, may_publish: bool) -> HttpResponse:
    counts = plan.counts
    decision = DecisionForm(initial={"expected": plan.digest}, may_publish=may_publish, states=counts)
    context = {
        "form": decision,
        "source": waiting.source,
        "programme": waiting.index,
        "counts": [(STATE_NAMES[state], counts[state]) for state in State if counts[state]],
        "rows": [_line(row) for row in plan.rows],
        "problems": plan.problems[:MAX_LINES],
        "nothing": not any(number for state, number in counts.items() if state not in SETTLED),
    }
    return _page(request, "preview", context)


def _line(row: Any) -> dict[str, Any]:
    event = row.record.event if row.record else None
    return {
        "state": row.state.value,
        "state_name": STATE_NAMES[row.state],
        "title": row.title,
        "when": says_when(row.candidate) if row.candidate else "",
        "place": row.candidate.words.location if row.candidate else "",
        "remarks": row.remarks,
        "line": row.line,
        "edit_url": reverse("wagtailadmin_pages:edit", args=[event.pk]) if event else "",
    }


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {"page_title": _("Внос на събития"), "header_icon": "calendar", **context}
    return render(request, f"events/admin/import_{name}.html", context, status=status)
