"""Hours of a week in a form: seven fields, one a day, each with all the intervals of its day."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CharField, TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from events.forms.looks import LooksForm
from events.forms.own_places import only_own_departments
from events.forms.vocabulary import only_default_language
from events.hours import HoursError, Interval, read_intervals, write_intervals
from events.hours.spoken import MAX_TEXT
from events.wording import user_error

WEEKDAYS = (
    _("понеделник"),
    _("вторник"),
    _("сряда"),
    _("четвъртък"),
    _("петък"),
    _("събота"),
    _("неделя"),
)
DAY_FIELDS = tuple(f"day_{number}" for number in range(7))

Key = tuple[int | None, time, time]


class HoursField(CharField):
    """The intervals of one day as text: „8:30–12:30, 13–18“; empty for a closed day."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        super().__init__(required=False, max_length=MAX_TEXT, widget=TextInput(attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> Any:
        """The intervals; the refusal of a day is the error of its field."""
        try:
            return read_intervals(super().to_python(value) or "")
        except HoursError as problem:
            raise user_error(problem) from problem

    # CharField would count the letters of a tuple: the length is looked at in `to_python`.
    def run_validators(self, value: Any) -> None:
        """Nothing is left to check."""

    def validate(self, value: Any) -> None:
        """An empty day is a closed day."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other hours are meant, however they are written."""
        try:
            return read_intervals(initial or "") != read_intervals(data or "")
        except HoursError:
            return True

    def prepare_value(self, value: Any) -> Any:
        """What was typed stays as it was typed."""
        return write_intervals(value) if isinstance(value, tuple) else value


class DepartmentForm(LooksForm):
    """Offers each department once, and says what is wrong with one of another language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.fields, ["department"])
        if "department" in self.fields:
            only_own_departments(self.fields["department"], self.for_user)
            self.fields["department"].error_messages["invalid_choice"] = _(
                "Няма такъв отдел на български. Изберете отдел от списъка."
            )


class WeekForm(DepartmentForm):
    """Reads and writes the intervals of a week; the model has `intervals` with `weekday`."""

    day_0 = HoursField(label=WEEKDAYS[0])
    day_1 = HoursField(label=WEEKDAYS[1])
    day_2 = HoursField(label=WEEKDAYS[2])
    day_3 = HoursField(label=WEEKDAYS[3])
    day_4 = HoursField(label=WEEKDAYS[4])
    day_5 = HoursField(label=WEEKDAYS[5])
    day_6 = HoursField(label=WEEKDAYS[6])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in enumerate(DAY_FIELDS):
            rows = (row for row in self.instance.intervals.all() if row.weekday == number)
            self.initial.setdefault(name, said(rows))

    def _post_clean(self) -> None:
        week: dict[int | None, Any] = {
            number: self.cleaned_data[name]
            for number, name in enumerate(DAY_FIELDS)
            if name in self.cleaned_data
        }
        put_intervals(self.instance, week)
        super()._post_clean()


def said(rows: Iterable[Any]) -> str:
    """Rows of intervals as the text of a field."""
    found = sorted((row.opens, row.closes) for row in rows)
    return ", ".join(f"{opens:%-H:%M}–{closes:%-H:%M}" for opens, closes in found)


def put_intervals(record: Any, days: dict[int | None, tuple[Interval, ...]]) -> None:
    """Give a record the rows of these days, unsaved; rows that say the same are kept."""
    rows = {_key(row): row for row in record.intervals.all()}
    model = record.intervals.model
    found = []
    for weekday, intervals in days.items():
        day = {} if weekday is None else {"weekday": weekday}
        for one in intervals:
            known = rows.get((weekday, one.opens, one.closes))
            found.append(known or model(opens=one.opens, closes=one.closes, **day))
    for number, row in enumerate(found):
        row.sort_order = number
    record.intervals = found


def _key(row: Any) -> Key:
    return getattr(row, "weekday", None), row.opens, row.closes


def cell_error(form: WagtailAdminModelForm, weekday: int, error: ValidationError) -> None:
    """Put an error at the cell of a weekday."""
    form.add_error(DAY_FIELDS[weekday], error)
