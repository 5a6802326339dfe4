"""The two forms of an import: which calendar, and what to do with what was found in it."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.imports import ImportProblem, Loaded, fetch
from events.imports.sources import read_bounded
from events.models import EventIndexPage
from events.wording import user_error


class CalendarForm(forms.Form):
    """A file or an address, and the programme it goes under; `loaded` is the calendar when it is valid."""

    file = forms.FileField(label=_("Файл .ics"), required=False, help_text=_("До 500 KB и 1000 записа."))
    address = forms.CharField(
        label=_("или адрес"),
        required=False,
        max_length=2000,
        help_text=_("Публичен адрес на календар, който започва с https://."),
    )
    source = forms.CharField(
        label=_("име на източника"),
        required=False,
        max_length=200,
        help_text=_(
            "По него и по UID събитията се познават при следващ внос. Празно: адресът или името на файла."
        ),
    )
    page = forms.ModelChoiceField(EventIndexPage.objects.none(), label=_("програма"), empty_label=None)

    loaded: Loaded

    def __init__(self, *args: Any, pages: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = pages  # type: ignore[attr-defined]
        self.fields["file"].widget.attrs["accept"] = ".ics,text/calendar"

    def clean(self) -> dict[str, Any]:
        """Read the calendar once everything else is right; errors stand at the field they come from."""
        values = super().clean() or {}
        file, address = values.get("file"), values.get("address")
        if bool(file) == bool(address):
            raise ValidationError(_("Изберете файл или въведете адрес – едното от двете."), code="one-of-two")
        if self.errors:
            return values
        try:
            if file:
                self.loaded = Loaded(read_bounded(file), file.name)
            else:
                private = bool(getattr(settings, "LIBRARY_IMPORT_FROM_PRIVATE_ADDRESSES", False))
                self.loaded = fetch(str(address), private=private)
        except ImportProblem as problem:
            self.add_error("file" if file else "address", user_error(problem))
        return values

    @property
    def source_name(self) -> str:
        """What the calendar is remembered by."""
        return str(self.cleaned_data["source"] or self.loaded.source)[:500]


class DecisionForm(forms.Form):
    """What the person decides about the previewed events."""

    publish = forms.BooleanField(
        label=_("публикуване"),
        required=False,
        help_text=_("Без отметка новото и промененото остават чернови."),
    )
    overwrite = forms.BooleanField(
        label=_("замяна на промененото тук след вноса"),
        required=False,
        help_text=_("Промените, направени на ръка, остават само в историята на страницата."),
    )
    withdraw = forms.BooleanField(
        label=_("оттегляне на изчезналите от източника"),
        required=False,
        help_text=_("Страниците им остават като чернови."),
    )
    restore = forms.BooleanField(label=_("повторен внос на изтритите тук"), required=False)
    expected = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, may_publish: bool, states: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "publish": may_publish and any(states[name] for name in ("new", "changed", "edited", "deleted")),
            "overwrite": states["edited"],
            "withdraw": states["gone"],
            "restore": states["deleted"],
        }
        for name, useful in offered.items():
            if not useful:
                del self.fields[name]
