"""The form of opening hours and exceptions: intervals of one day must not overlap."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from events import hours
from events.forms.rows import Row, refuse, staying_rows
from events.forms.vocabulary import only_default_language
from events.wording import user_error


class HoursForm(WagtailAdminModelForm):
    """Checks the intervals of a day together, once each of them is right by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.fields, ["department"])

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        days: dict[int | None, list[Row]] = {}
        for row in staying_rows(self.formsets["intervals"]):
            days.setdefault(getattr(row.instance, "weekday", None), []).append(row)
        refused = [rows for rows in days.values() if not _accept(rows)]
        return not refused


def _accept(rows: list[Row]) -> bool:
    times = [(row.instance.opens, row.instance.closes) for row in rows]
    problems = hours.validate_intervals(times)
    for problem in problems:
        refuse(rows[int(str(problem.params["row"]))], "opens", user_error(problem))
    return not problems
