"""Forms of the changes that are more than editing a record."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from methodology.models import Library, Person, PostRole


class HandOverForm(forms.Form):
    """Who takes over, from which day, as what."""

    successor = forms.ModelChoiceField(
        Person.objects.known(), label=_("Кой поема"), required=False, empty_label=_("– нов човек –")
    )
    name = forms.CharField(
        label=_("Име на новия човек"),
        max_length=150,
        required=False,
        help_text=_("Само ако още не е в списъка по-горе."),
    )
    email = forms.EmailField(label=_("Ел. поща на новия човек"), required=False)
    day = forms.DateField(
        label=_("От"),
        initial=timezone.localdate,
        help_text=_("Първият ден на новия; старата длъжност приключва предния ден."),
    )
    role = forms.ChoiceField(label=_("Длъжност"), choices=PostRole.choices)
    share = forms.DecimalField(label=_("Щатна бройка"), min_value=0, max_value=1, decimal_places=2)

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two: somebody known or a name."""
        values = super().clean() or {}
        if bool(values.get("successor")) == bool(values.get("name")) and not self.errors:
            self.add_error("successor", _("Изберете кой поема или напишете името на нов човек – едното."))
        return values

    def person(self) -> Person:
        """Return who takes over; a new person is checked, not saved."""
        known: Person | None = self.cleaned_data["successor"]
        if known is not None:
            return known
        return Person(name=self.cleaned_data["name"], email=self.cleaned_data["email"])


class StatusForm(forms.Form):
    """When and why a library was closed or opened again."""

    day = forms.DateField(label=_("От"), initial=timezone.localdate)
    reason = forms.CharField(
        label=_("Причина"),
        max_length=500,
        required=False,
        help_text=_("Например „читалището е закрито“ или „библиотеката работи отново“."),
    )
    end_posts = forms.BooleanField(label=_("Приключват и длъжностите в нея"), required=False, initial=True)

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if library.status != "active" or not library.posts.on(timezone.localdate()).exists():
            del self.fields["end_posts"]
