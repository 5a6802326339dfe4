"""What is to be counted: a year, a quarter or the days from – to, perhaps of one municipality or project."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.counting import Period, Scope
from methodology.models import SurveyPurpose, TrainingKind
from pages.models import Municipality

FIRST_YEAR, LAST_YEAR = 2000, 2100
# A report is read by people; more years than these are a slip of the pen.
MAX_YEARS = 10
QUARTERS = (
    ("", gettext_lazy("цялата година")),
    ("1", gettext_lazy("януари – март")),
    ("2", gettext_lazy("април – юни")),
    ("3", gettext_lazy("юли – септември")),
    ("4", gettext_lazy("октомври – декември")),
)


class ScopeForm(forms.Form):
    """Which year, municipality and project."""

    year = forms.IntegerField(
        label=gettext_lazy("Година"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        initial=lambda: timezone.localdate().year,
    )
    municipality = forms.ModelChoiceField(
        Municipality.objects.order_by("name"),
        label=gettext_lazy("Община"),
        required=False,
        empty_label=gettext_lazy("всички"),
    )
    project = forms.CharField(label=gettext_lazy("Проект"), max_length=150, required=False)

    def scope(self, user: Any) -> Scope:
        """Return what was asked for; whatever is wrong or empty leaves the whole present year."""
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        project = " ".join((data.get("project") or "").split())
        return Scope(self.period(data), user, data.get("municipality"), project)

    def period(self, data: dict[str, Any]) -> Period:
        """Return the year."""
        return Period.year(data.get("year") or timezone.localdate().year)


class PeriodForm(ScopeForm):
    """The same with a quarter of the year, or with any two days, which then count instead."""

    quarter = forms.ChoiceField(
        label=gettext_lazy("Тримесечие"), choices=QUARTERS, required=False, initial=""
    )
    first = forms.DateField(label=gettext_lazy("От"), required=False)
    last = forms.DateField(label=gettext_lazy("До"), required=False)

    field_order = ("year", "quarter", "first", "last", "municipality", "project")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "last"):
            self.fields[name].widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def clean(self) -> dict[str, Any]:
        """Ask for both days or none, in order."""
        values = super().clean() or {}
        first, last = values.get("first"), values.get("last")
        if bool(first) != bool(last) and not self.errors:
            self.add_error("last" if first else "first", _("Въведете и двата дни или изберете година."))
        if first and last:
            self._check(first, last)
        return values

    def period(self, data: dict[str, Any]) -> Period:
        """Return the days, the quarter or the year."""
        if data.get("first") and data.get("last"):
            return Period.from_to(data["first"], data["last"])
        if data.get("quarter"):
            return Period.quarter(super().period(data).first.year, int(data["quarter"]))
        return super().period(data)

    def _check(self, first: datetime.date, last: datetime.date) -> None:
        if last < first:
            self.add_error("last", _("Последният ден е преди първия. Поправете една от двете дати."))
        elif last.year - first.year >= MAX_YEARS:
            text = _("Отчетът обхваща най-много %(years)s години. Изберете по-близки дни.")
            self.add_error("last", text % {"years": MAX_YEARS})
        elif not FIRST_YEAR <= first.year <= last.year <= LAST_YEAR:
            self.add_error("first", _("Проверете годината на датата."))


class SurveysForm(PeriodForm):
    """The same for the surveys of one purpose."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("Кога се задават"),
        choices=[("", gettext_lazy("всички")), *SurveyPurpose.choices],
        required=False,
    )

    def chosen_purpose(self) -> str:
        """Return the purpose; empty for both."""
        return self.cleaned_data.get("purpose", "") if self.is_bound and self.is_valid() else ""


class AttendancesForm(PeriodForm):
    """The same for the trainings of one kind."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Вид"),
        choices=[("", gettext_lazy("всички")), *TrainingKind.choices],
        required=False,
    )

    def chosen_kind(self) -> str:
        """Return the kind; empty for all of them."""
        return self.cleaned_data.get("kind", "") if self.is_bound and self.is_valid() else ""
