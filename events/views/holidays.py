"""The holidays of a year on one screen."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.actions.decide_holidays import DecideHolidays
from events.forms.holidays import HolidaysForm
from events.holiday_year import holiday_year
from events.hours import HoursError
from events.recurrence import FIRST_YEAR, LAST_YEAR
from events.working_with_hours import may_decide_holidays


def holidays(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """Show the year (the coming one from October on) and write down what is decided."""
    if not may_decide_holidays(request.user):
        raise PermissionDenied
    today = timezone.localdate()
    if year is None:
        year = today.year + (today.month >= 10)
    try:
        found = holiday_year(year)
    except HoursError as problem:
        raise Http404(str(problem)) from problem
    form = HolidaysForm(year, found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        number = DecideHolidays(form.decisions(), request.user).execute()
        text = ngettext(
            "Записано. Променен е %(number)s ден.", "Записано. Променени са %(number)s дни.", number
        )
        messages.success(request, text % {"number": number} if number else _("Нищо не е променено."))
        return redirect("events_holidays", year)
    context = {
        "year": year,
        "form": form,
        "found": found,
        "media": form.media,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < LAST_YEAR else None,
        "page_title": _("Празници през %(year)s г.") % {"year": year},
        "header_icon": "calendar",
    }
    return TemplateResponse(request, "events/admin/holidays.html", context)
