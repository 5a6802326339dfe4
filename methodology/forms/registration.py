"""What a librarian fills in to register; every field has a limit and an error in words."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.actions.register import Wish
from methodology.models import Library
from methodology.validators import validate_phone
from pages.visitors.forms import GuardedForm

if TYPE_CHECKING:
    Choice = forms.ModelChoiceField[Library]
else:
    Choice = forms.ModelChoiceField

ONE_LINE = gettext_lazy("Напишете го на един ред, без непечатаеми знаци.")


class LibraryChoice(Choice):
    """Working libraries, told apart by their settlement and municipality."""

    def label_from_instance(self, library: Library) -> str:
        """Return „с. Асен (Павел баня): Съзнание – 1921“."""
        return f"{library.settlement} ({library.municipality.name}): {library.name}"


class WishForm(forms.Form):
    """Library, name and phone: what may be changed later too."""

    library = LibraryChoice(
        label=gettext_lazy("Библиотека"),
        queryset=Library.objects.none(),
        empty_label=gettext_lazy("Изберете библиотека"),
        error_messages={"required": gettext_lazy("Изберете библиотеката, от която сте.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Име и фамилия"),
        max_length=150,
        help_text=gettext_lazy("Както да се изпише в удостоверението."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Напишете името и фамилията си.")},
    )
    phone = forms.CharField(
        label=gettext_lazy("Телефон"),
        max_length=100,
        required=False,
        validators=[validate_phone],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        libraries = Library.objects.active().with_place().order_by("settlement__name", "name", "pk")
        self.fields["library"].queryset = libraries  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        """Refuse what could break a letter or a certificate."""
        name: str = self.cleaned_data["name"]
        if not name.isprintable():
            raise ValidationError(ONE_LINE)
        return " ".join(name.split())

    @property
    def wish(self) -> Wish:
        """What was filled in."""
        data = self.cleaned_data
        return Wish(data["library"], data["name"], data.get("email", ""), data["phone"])


class RegistrationForm(WishForm, GuardedForm):
    """The public form: also the address that the link is sent to."""

    email = forms.EmailField(
        label=gettext_lazy("Ел. поща"),
        max_length=254,
        help_text=gettext_lazy("На нея ще получите връзка, с която да потвърдите."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Напишете адреса на електронната си поща."),
            "invalid": gettext_lazy(
                "Това не е адрес на електронна поща. Проверете го, например ime@example.bg."
            ),
        },
    )
    agreed = forms.BooleanField(
        label=gettext_lazy(
            "Съгласен(на) съм библиотеката да пази тези данни, за да проведе и отчете обучението."
        ),
        error_messages={"required": gettext_lazy("Без съгласие не можем да Ви запишем.")},
    )
    field_order = ("library", "name", "email", "phone", "agreed")

    def clean_email(self) -> str:
        """Keep addresses in one spelling."""
        email: str = self.cleaned_data["email"]
        if not email.isprintable():
            raise ValidationError(_("В адреса има непечатаем знак. Напишете го наново."))
        return email.lower()
