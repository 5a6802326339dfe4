"""The next dates of an event while its form is being filled in."""

from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from events.forms.planned_dates import Errors, PlannedDatesForm
from events.models import EventIndexPage, EventOccurrence, EventPage
from events.models.marked_dates import MarkedDate, next_dates
from events.planning import ChangeKind
from events.recurrence import UserError, to_wall
from events.wording import user_error

MAX_BODY = 512 * 1024
LARGEST_ID = 2**31 - 1


@require_POST
def planned_dates(request: HttpRequest) -> HttpResponse:
    """Answer unsaved values of an event's form with its sentence, its next dates and its errors, as JSON."""
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    if not length.isdecimal() or len(length) > 9 or int(length) > MAX_BODY:
        return JsonResponse({"error": _("Формата е твърде голяма.")}, status=413)
    event = _named(EventPage, request.GET.get("page"))
    parent = None if event else _named(EventIndexPage, request.GET.get("parent"))
    place = event or parent
    if place is None or not (_may_edit(request, event) or _may_add(request, parent)):
        return JsonResponse({"error": _("Нямате право да променяте това събитие.")}, status=403)
    return JsonResponse(answer(request, PlannedDatesForm(request.POST, place.locale), event))


def answer(request: HttpRequest, form: PlannedDatesForm, saved: EventPage | None) -> dict[str, Any]:
    """What the open form shows: a summary for the live region, the list, errors by field, a moved start."""
    ready = form.is_valid()
    errors: Errors = form.field_errors()
    dates: list[MarkedDate] = []
    if ready:
        errors |= form.row_errors()
        try:
            dates = next_dates(form.event, timezone.now())
        except UserError as problem:
            errors["recurrence"] = user_error(problem).messages
    lines = [_line(form, one, saved) for one in dates]
    return {
        "sentence": form.event.rule_sentence if dates else "",
        "summary": _summary(dates, errors, ready),
        "html": render_to_string("events/admin/planned_dates.html", {"lines": lines}, request),
        "errors": errors,
        "aligned": _aligned(form.event) if ready else None,
    }


def _line(form: PlannedDatesForm, one: MarkedDate, saved: EventPage | None) -> dict[str, Any]:
    row, start = one.row, to_wall(one.row.start)
    session = row.kind == EventOccurrence.Kind.SESSION
    prefix = form.row_of(one.original) if session else ""
    change = form.entered.get(prefix)
    extra = change is not None and change.kind is ChangeKind.EXTRA
    recurs = bool(form.event.recurrence) and session and not extra
    return {
        "date": one,
        "session": session,
        "change": prefix,
        "kind": change.kind.value if change else "",
        "extra": extra,
        "original": "" if extra else AdminDateTimeInput().format_value(one.original),
        "day": AdminDateInput().format_value(start.date()),
        "start": "" if row.all_day else f"{start:%H:%M}",
        "end": "" if row.all_day or not row.has_end else f"{to_wall(row.end):%H:%M}",
        "reason": change.reason if change else "",
        "split": _split_url(saved, one) if saved and recurs else "",
    }


def _split_url(saved: EventPage, one: MarkedDate) -> str:
    if one.original.date() <= saved.start_date:
        return ""
    return reverse("events_admin:split", args=[saved.pk, f"{one.original:%Y-%m-%d}"])


def _summary(dates: list[MarkedDate], errors: Errors, ready: bool) -> str:
    if errors:
        return _("Има грешки в датите: %(errors)s") % {"errors": " ".join(chain(*errors.values()))}
    if not dates and ready:
        return _("Няма предстоящи дати: повторението е свършило.")
    if not dates:
        return _("Въведете първата дата, за да видите следващите.")
    closed = sum(any(mark.kind in ("closed", "holiday") for mark in one.marks) for one in dates)
    text = ngettext(
        "Показана е %(number)s дата: %(first)s.",
        "Показани са %(number)s дати, първата: %(first)s.",
        len(dates),
    )
    said = [text % {"number": len(dates), "first": dates[0].row.when}]
    if closed:
        text = ngettext(
            "%(number)s е в затворен или празничен ден.",
            "%(number)s са в затворени или празнични дни.",
            closed,
        )
        said.append(text % {"number": closed})
    return " ".join(said)


def _aligned(event: EventPage) -> dict[str, Any] | None:
    """The start as the rule moves it: a message, the button's label and the fields to fill in."""
    if event.start_moved_from is None:
        return None
    show = AdminDateInput().format_value
    start = show(event.start_date)
    values = {"start_date": start}
    if event.end_date:
        values["end_date"] = show(event.end_date)
    text = _("%(entered)s не е дата от повторението.") % {"entered": show(event.start_moved_from)}
    return {"text": text, "button": _("Премести началото на %(start)s") % {"start": start}, "values": values}


def _named(model: Any, text: str | None) -> Any:
    """The page with an id from the address; None for anything that is no such id."""
    if not text or not text.isascii() or not text.isdecimal() or len(text) > 10 or int(text) > LARGEST_ID:
        return None
    return model.objects.filter(pk=int(text)).select_related("locale").first()


def _may_edit(request: HttpRequest, event: EventPage | None) -> bool:
    return event is not None and event.permissions_for_user(request.user).can_edit()


def _may_add(request: HttpRequest, parent: EventIndexPage | None) -> bool:
    return parent is not None and parent.permissions_for_user(request.user).can_add_subpage()
