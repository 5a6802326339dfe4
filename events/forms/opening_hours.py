"""The form of a date with hours of its own: all its intervals in one field."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.forms.hits import HitsForm
from events.forms.week import DepartmentForm, HoursField, put_intervals, said


class ExceptionForm(DepartmentForm, HitsForm):
    """Reads and writes the intervals of one date; shorter ones may hit events."""

    hours = HoursField(
        label=_("часове"),
        help_text=_("Например „10–14“ или „8:30–12:30, 13–18“. Празно: на тази дата е затворено."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("hours", said(self.instance.intervals.all()))

    def _post_clean(self) -> None:
        if "hours" in self.cleaned_data:
            put_intervals(self.instance, {None: self.cleaned_data["hours"]})
        super()._post_clean()
