"""What is asked before an event is duplicated: its new date."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from events.models import EventPage
from events.models.limits import year_errors


class DuplicateForm(forms.Form):
    """The new first day, the title, and whether a repeating event repeats again."""

    day = forms.DateField(label=_("Нова дата"), widget=AdminDateInput)
    title = forms.CharField(label=_("Заглавие"), max_length=255)
    repeats = forms.BooleanField(
        label=_("Със същото повторение"),
        required=False,
        help_text=_("Без отметка новото събитие е само на тази дата."),
    )

    def __init__(self, event: EventPage, data: Any = None) -> None:
        super().__init__(data, initial={"title": event.title, "repeats": True})
        self.event = event
        if not event.recurrence:
            del self.fields["repeats"]

    def clean_day(self) -> date:
        """Refuse a year nobody can mean, and the date the event already has."""
        day: date = self.cleaned_data["day"]
        errors = year_errors({"day": day})
        if errors:
            raise errors["day"]
        if day == self.event.start_date:
            raise ValidationError(_("Това е датата на досегашното събитие. Въведете друга."))
        return day
