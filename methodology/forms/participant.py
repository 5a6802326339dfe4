"""Adding somebody to a list by hand."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.forms.registration import LibraryChoice
from methodology.models import Library, Registration

if TYPE_CHECKING:
    Form = forms.ModelForm[Registration]
else:
    Form = forms.ModelForm


class ParticipantForm(Form):
    """Name and library, and what else is known."""

    library = LibraryChoice(label=gettext_lazy("Библиотека"), queryset=Library.objects.none())

    class Meta:
        model = Registration
        fields = ("library", "name", "email", "phone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        libraries = Library.objects.active().with_place().order_by("settlement__name", "name", "pk")
        self.fields["library"].queryset = libraries  # type: ignore[attr-defined]
        self.fields["name"].error_messages["required"] = _("Напишете името и фамилията.")

    def clean_name(self) -> str:
        """Refuse what could break a letter or a certificate."""
        name: str = self.cleaned_data["name"]
        if not name.isprintable():
            raise forms.ValidationError(_("Напишете го на един ред, без непечатаеми знаци."))
        return name
