"""The holidays of a year in one form: each is confirmed, changed, dropped, or left for later."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from events.actions.decide_holidays import HolidayDecision
from events.holiday_year import HolidayLine, HolidayYear
from events.models import Closure

State = Closure.State
CHOICES = [
    (State.CONFIRMED.value, gettext_lazy("затворено")),
    (State.PROPOSED.value, gettext_lazy("ще решим по-късно")),
    (State.WITHDRAWN.value, gettext_lazy("работим")),
]


class HolidayForm(forms.Form):
    """One holiday: what becomes of it, on which day, under which name."""

    state = forms.ChoiceField(
        label=gettext_lazy("Решение"), choices=CHOICES, widget=forms.RadioSelect(attrs={"class": "inline"})
    )
    day = forms.DateField(label=gettext_lazy("Ден"), widget=AdminDateInput)
    reason = forms.CharField(label=gettext_lazy("Причина"), max_length=200)
    reason_en = forms.CharField(label=gettext_lazy("Причина на английски"), max_length=200, required=False)

    def __init__(self, line: HolidayLine, year: int, data: Any = None) -> None:
        self.line, self.year = line, year
        closure, holiday = line.closure, line.holiday
        untouched = State.WITHDRAWN if holiday.administration_only else State.CONFIRMED
        initial = {
            "state": closure.state if closure else untouched,
            "day": line.day,
            "reason": closure.reason if closure else holiday.name[:200],
            "reason_en": closure.reason_en if closure else holiday.name_en[:200],
        }
        # A proposal is there to be confirmed, unless somebody has put it off.
        if closure and closure.state == State.PROPOSED and not line.is_put_off:
            initial["state"] = State.CONFIRMED
        super().__init__(data, prefix=f"h{holiday.day:%m%d}", initial=initial)

    def clean_day(self) -> date:
        """A day of the year of the screen."""
        return day_of(self.year, self.cleaned_data["day"])

    @property
    def decision(self) -> HolidayDecision | None:
        """What was decided; None for a day off of the administration that was never taken up."""
        values = self.cleaned_data
        suggested = self.line.closure is None and self.line.holiday.administration_only
        if suggested and values["state"] == State.WITHDRAWN:
            return None
        return HolidayDecision(
            self.line.holiday.day, values["state"], values["day"], values["reason"], values["reason_en"]
        )


class ExtraDayForm(forms.Form):
    """A day off that only the editor knows of, such as a swap by a decision of the government."""

    day = forms.DateField(label=gettext_lazy("Ден"), widget=AdminDateInput, required=False)
    reason = forms.CharField(label=gettext_lazy("Причина"), max_length=200, required=False)
    reason_en = forms.CharField(label=gettext_lazy("Причина на английски"), max_length=200, required=False)

    def __init__(self, year: int, data: Any = None) -> None:
        self.year = year
        super().__init__(data, prefix="extra")

    def clean_day(self) -> date | None:
        """A day of the year of the screen, or none."""
        day: date | None = self.cleaned_data["day"]
        return day_of(self.year, day) if day else None

    def clean(self) -> dict[str, Any]:
        """A day needs a reason and a reason a day."""
        values = super().clean() or {}
        if values.get("day") and not values.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Напишете защо е почивен този ден."))
        if values.get("reason") and not values.get("day") and "day" not in self.errors:
            self.add_error("day", _("Изберете кой ден е почивен."))
        return values

    @property
    def decision(self) -> HolidayDecision | None:
        """The closure of the day, confirmed; None when nothing was filled in."""
        values = self.cleaned_data
        if not values.get("day"):
            return None
        return HolidayDecision(None, State.CONFIRMED, values["day"], values["reason"], values["reason_en"])


class HolidaysForm:
    """All holidays of a year, and one more day."""

    def __init__(self, year: int, found: HolidayYear, data: Any = None) -> None:
        self.lines = [HolidayForm(line, year, data) for line in found.lines]
        self.administration = [HolidayForm(line, year, data) for line in found.administration]
        self.extra = ExtraDayForm(year, data)

    @property
    def media(self) -> forms.Media:
        """The scripts of the date fields; the form works without them."""
        return self.extra.media

    def is_valid(self) -> bool:
        """Whether every line can be; all of them are looked at."""
        right = [form.is_valid() for form in self._forms()]
        return all(right)

    def decisions(self) -> list[HolidayDecision]:
        """What was decided, in order."""
        return [one for form in self._forms() if (one := form.decision)]

    def _forms(self) -> Iterator[HolidayForm | ExtraDayForm]:
        yield from self.lines
        yield from self.administration
        yield self.extra


def day_of(year: int, day: date) -> date:
    """The day when it is of the year; ValidationError otherwise."""
    if day.year != year:
        raise forms.ValidationError(_("Денят трябва да е през %(year)s г.") % {"year": year})
    return day
