"""„Защо?“ in the admin: the rules that made a day of a department, those that hold and those overruled."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from events.models.limits import year_errors
from events.timetable import timetable
from events.wording.why import why
from events.working_with_hours import may_see_hours
from pages.navigation import active_language


class DayQuestionForm(forms.Form):
    """A day and a department; the library today when nothing is asked."""

    day = forms.DateField(label=gettext_lazy("Ден"), required=False, widget=AdminDateInput)
    department = forms.ChoiceField(label=gettext_lazy("Къде"), required=False)

    def __init__(self, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        hours = timetable()
        named = [(one.slug, one.name(active_language())) for one in hours.departments]
        choices: list[tuple[str, str]] = [("", _("цялата библиотека")), *named]
        self.fields["department"].choices = choices  # type: ignore[attr-defined]
        self.fields["department"].error_messages["invalid_choice"] = _("Няма такъв отдел.")

    def clean_day(self) -> object:
        """Today, unless another day is asked for."""
        day = self.cleaned_data["day"] or timezone.localdate()
        errors = year_errors({"day": day})
        if errors:
            raise errors["day"]
        return day


def why_view(request: HttpRequest) -> HttpResponse:
    """Answer for a day and a department; with a wrong question say what is wrong with it."""
    if not may_see_hours(request.user):
        raise PermissionDenied
    form = DayQuestionForm(request.GET)
    told = None
    if form.is_valid():
        told = why(timetable(), form.cleaned_data["day"], form.cleaned_data["department"])
        # An address says the day as programs do; the field says it as the calendar under it.
        form = DayQuestionForm(initial=form.cleaned_data)
    context = {
        "form": form,
        "told": told,
        "media": form.media,
        "page_title": _("Защо е отворено или затворено?"),
        "header_icon": "help",
    }
    return TemplateResponse(request, "events/admin/why.html", context)
