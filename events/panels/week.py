"""The week in a form: a row for each day, its hours in one field."""

from typing import Any

from django.forms import BoundField, Media
from wagtail.admin.panels import Panel

from events.forms.week import DAY_FIELDS
from events.hours import write_intervals

MOST_USUAL = 12


class WeekPanel(Panel):
    """Seven fields of a `WeekForm`; with a script each row is copied to other days by a button."""

    def get_form_options(self) -> dict[str, Any]:
        """Claim the fields, lest the form shows them once more."""
        return {"fields": list(DAY_FIELDS)}

    class BoundPanel(Panel.BoundPanel):
        """The grid, with the errors of each cell beside it."""

        template_name = "events/admin/week_grid.html"

        @property
        def days(self) -> list[BoundField]:
            """The fields from Monday to Sunday."""
            return [self.form[name] for name in DAY_FIELDS]

        @property
        def usual(self) -> list[str]:
            """Hours of days that are in use already, to choose instead of typing."""
            from events.timetable import timetable

            hours = timetable()
            known = [hours.library.regular, *(one.regular for one in hours.schedules.values())]
            days = (write_intervals(day) for week in known if week for day in week.days if day)
            return list(dict.fromkeys(days))[:MOST_USUAL]

        @property
        def media(self) -> Media:
            """The script and the looks of the grid."""
            return Media(css={"all": ["events/admin/week-grid.css"]}, js=["events/admin/week-grid.js"])
