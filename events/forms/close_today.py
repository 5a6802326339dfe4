"""„Затваряме днес“: what is closed, from when, and what readers are told."""

from datetime import time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from events.forms.own_places import only_own_departments
from events.models import Closure, ClosureTemplate, Department
from events.recurrence import to_wall

WHOLE_DAY, FROM_NOW = "day", "since"
WHEN = [
    (WHOLE_DAY, gettext_lazy("целия ден")),
    (FROM_NOW, gettext_lazy("от определен час до края на деня")),
]
TEXTS = ("reason", "reason_en", "announcement", "announcement_en")


class CloseTodayForm(forms.Form):
    """Begins with the words of a template; closes everything for the whole day unless told otherwise."""

    when = forms.ChoiceField(label=gettext_lazy("Кога"), choices=WHEN, widget=forms.RadioSelect)
    since = forms.TimeField(
        label=gettext_lazy("От колко часа"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    department = forms.ModelChoiceField(
        Department.objects.none(),
        label=gettext_lazy("Къде"),
        required=False,
        empty_label=gettext_lazy("цялата библиотека"),
    )
    reason = forms.CharField(label=gettext_lazy("Причина"), max_length=200)
    reason_en = forms.CharField(label=gettext_lazy("Причина на английски"), max_length=200, required=False)
    announcement = forms.CharField(
        label=gettext_lazy("Съобщение над страниците"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    announcement_en = forms.CharField(
        label=gettext_lazy("Съобщение на английски"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, template: ClosureTemplate | None, data: Any = None, user: Any = None) -> None:
        now = to_wall(timezone.now()).time()
        initial: dict[str, Any] = {"when": WHOLE_DAY, "since": time(now.hour, now.minute)}
        super().__init__(data, initial=initial | (template.fields if template else {}))
        self.kind = template.kind if template else Closure.Kind.OTHER
        self._template = template
        field: Any = self.fields["department"]
        field.queryset = Department.objects.filter(locale=Locale.get_default())
        only_own_departments(field, user)
        # Whoever may not close the library begins with a department of their own.
        self.place = field.queryset.first() if field.required else None
        field.initial = self.place
        field.error_messages["invalid_choice"] = _(
            "Няма такъв отдел на български. Изберете отдел от списъка."
        )

    def clean(self) -> dict[str, Any]:
        """An hour is needed when not the whole day is closed; the words of a template tell of that hour."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("when") == FROM_NOW and not values.get("since") and "since" not in self.errors:
            self.add_error("since", _("Въведете от колко часа затваряте, например 15:00."))
        return values

    @property
    def closes_at(self) -> time | None:
        """From when; None for the whole day."""
        return self.cleaned_data["since"] if self.cleaned_data["when"] == FROM_NOW else None

    @property
    def texts(self) -> dict[str, str]:
        """The reason and the announcement; the template's own „today we are closed“ gets the hour."""
        texts = {name: self.cleaned_data[name] for name in TEXTS}
        if self.closes_at is None or self._template is None:
            return texts
        hour = f"{self.closes_at:%-H:%M}"
        told = {
            "announcement": _("Днес затваряме в %(time)s: %(reason)s."),
            "announcement_en": "We close today at %(time)s: %(reason)s.",
        }
        reasons = {
            "announcement": texts["reason"],
            "announcement_en": texts["reason_en"] or texts["reason"],
        }
        for name, text in told.items():
            if texts[name] and texts[name] == getattr(self._template, name):
                texts[name] = text % {"time": hour, "reason": reasons[name]}
        return texts
