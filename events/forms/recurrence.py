"""Recurrence in words: selects and checkboxes that make only rules of the portable profile."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from events.forms.recurrence_parts import (
    BY_DATE,
    BY_NUMBER,
    ENDS,
    FREQUENCIES,
    KEEP,
    MONTH_DAYS,
    MONTHLY_WEEKDAY,
    NEVER,
    NTH,
    WEEKDAYS,
    join_rule,
    split_rule,
)
from events.recurrence import MAX_COUNT, MAX_INTERVAL, Rule, UnsupportedRule
from events.wording import user_error

# One question of the form each, in the order of the widgets.
LABELS = (
    _("Повтаря се"),
    _("През колко"),
    _("В дните"),
    _("Кой поред в месеца"),
    _("На число от месеца"),
    _("Край на повторението"),
    _("До дата, включително"),
    _("Общ брой дати"),
)
HINTS = (
    "",
    _("1: всеки път, 2: през един ден, седмица, месец или година."),
    _("За седмица и за ден от седмицата в месеца. При седмица празно значи деня на началната дата."),
    _("Само за „всеки месец в ден от седмицата“."),
    _("Само за „всеки месец на число“. Празно: числото на началната дата."),
    "",
    _("Само за край до дата."),
    _("Само за край след брой дати."),
)
# The frequencies a question belongs to, and the kind of end: a script hides it for the others.
_REPEATING = "DAILY WEEKLY MONTHLY MONTHLY_WEEKDAY YEARLY"
FOR = (
    "",
    _REPEATING,
    "WEEKLY MONTHLY_WEEKDAY",
    "MONTHLY_WEEKDAY",
    "MONTHLY",
    _REPEATING,
    _REPEATING,
    _REPEATING,
)
FOR_END = ("", "", "", "", "", "", BY_DATE, BY_NUMBER)


class RecurrenceWidget(forms.MultiWidget):
    """Eight small questions with labels; works without a script."""

    template_name = "events/admin/recurrence_widget.html"

    class Media:
        css = {"all": ["events/admin/recurrence.css"]}
        js = ["events/admin/recurrence.js"]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets = {
            "frequency": forms.Select(choices=FREQUENCIES),
            "interval": forms.NumberInput(attrs={"min": 1, "max": MAX_INTERVAL}),
            "weekdays": forms.CheckboxSelectMultiple(choices=WEEKDAYS),
            "nth": forms.CheckboxSelectMultiple(choices=NTH),
            "month_day": forms.Select(choices=MONTH_DAYS),
            "ends": forms.RadioSelect(choices=ENDS),
            "until": AdminDateInput(),
            "count": forms.NumberInput(attrs={"min": 1, "max": MAX_COUNT}),
            "kept": forms.HiddenInput(),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: str | None) -> list[Any]:
        return split_rule(value or "")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        *questions, kept = context["widget"]["subwidgets"]
        told = zip(questions, self.widgets, LABELS, HINTS, FOR, FOR_END, strict=False)
        for question, widget, label, hint, frequencies, ending in told:
            group = isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect)
            question |= {"label": label, "hint": hint, "group": group}
            question |= {"frequencies": frequencies, "ending": ending}
        context["questions"], context["kept"] = questions, kept
        return context


class RecurrenceFormField(forms.MultiValueField):
    """Gives the text of a rule; what it leaves out is taken from the start by the model."""

    widget = RecurrenceWidget

    def __init__(self, **kwargs: Any) -> None:
        fields = (
            forms.ChoiceField(choices=FREQUENCIES, required=False),
            forms.IntegerField(min_value=1, max_value=MAX_INTERVAL, required=False),
            forms.MultipleChoiceField(choices=WEEKDAYS, required=False),
            forms.MultipleChoiceField(choices=NTH, required=False),
            forms.ChoiceField(choices=MONTH_DAYS, required=False),
            forms.ChoiceField(choices=ENDS, required=False),
            forms.DateField(required=False),
            forms.IntegerField(min_value=1, max_value=MAX_COUNT, required=False),
            forms.CharField(required=False, max_length=200),
        )
        kwargs.pop("max_length", None)
        super().__init__(fields=fields, require_all_fields=False, **kwargs)

    def clean(self, value: Sequence[Any] | str) -> str:
        """The rule's text, also when it comes whole, as from a revision."""
        text = super().clean(split_rule(value) if isinstance(value, str) else value)
        return text or ""

    def compress(self, data_list: Sequence[Any]) -> str:
        if not data_list or not data_list[0]:
            return ""
        frequency, interval, weekdays, nth, month_day, ends, until, count, kept = data_list
        if frequency == KEEP:
            return self._kept(kept)
        if frequency == MONTHLY_WEEKDAY and not weekdays:
            raise user_error(UnsupportedRule("weekdays-missing"))
        _check_end(ends, until, count)
        return join_rule(frequency, interval or 1, weekdays, nth, month_day, until, count)

    def has_changed(self, initial: str | None, data: Any) -> bool:
        try:
            return self.clean(data) != (initial or "")
        except ValidationError:
            return True

    @staticmethod
    def _kept(text: str) -> str:
        try:
            return str(Rule.parse(text))
        except UnsupportedRule as problem:
            raise ValidationError(
                gettext("Запазеното правило не може да се прочете. Изберете друго.")
            ) from problem


def _check_end(ends: str, until: date | None, count: int | None) -> None:
    """Refuse an end that is half said or said twice: nothing that was filled in is passed over."""
    if until and count:
        raise user_error(UnsupportedRule("count-and-until"))
    if ends == NEVER and (until or count):
        error = gettext("Избрано е „без край“, а е въведен край. Изберете вида му или го изтрийте.")
        raise ValidationError(error, code="end-not-meant")
    if ends == BY_DATE and not until:
        raise ValidationError(gettext("Въведете до коя дата се повтаря."), code="until-missing")
    if ends == BY_NUMBER and not count:
        raise ValidationError(gettext("Въведете колко са датите."), code="count-missing")
