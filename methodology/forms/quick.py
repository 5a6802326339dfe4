"""The one-line form of a consultation."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.models import Channel, Consultation, Library, Person, Topic
from methodology.models.consultation import MAX_MINUTES, MAX_REACHED
from methodology.wording import library_label

# So many are named when a few letters fit several.
MAX_NAMED = 6


class QuickConsultationForm(forms.Form):
    """What was asked, and in a few keystrokes who asked and how."""

    question = forms.CharField(label=gettext_lazy("Въпрос"), max_length=500)
    library = forms.CharField(label=gettext_lazy("Библиотека"), max_length=300, required=False)
    channel = forms.ChoiceField(label=gettext_lazy("Как"), choices=Channel.choices)
    topic = forms.CharField(label=gettext_lazy("Тема"), max_length=400, required=False)
    minutes = forms.IntegerField(
        label=gettext_lazy("Минути"), min_value=0, max_value=MAX_MINUTES, required=False
    )
    reached = forms.IntegerField(
        label=gettext_lazy("Достигнати хора"),
        min_value=1,
        max_value=MAX_REACHED,
        required=False,
        widget=forms.NumberInput(attrs={"placeholder": "1"}),
    )
    date = forms.DateField(
        label=gettext_lazy("Дата"),
        required=False,
        widget=forms.DateInput(attrs={"placeholder": gettext_lazy("днес")}),
    )
    answer = forms.CharField(
        label=gettext_lazy("Отговор"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    follow_up = forms.CharField(
        label=gettext_lazy("Какво остава да се направи"), max_length=500, required=False
    )
    due_on = forms.DateField(label=gettext_lazy("До кога"), required=False)
    project = forms.CharField(label=gettext_lazy("Проект"), max_length=150, required=False)
    persons = forms.ModelMultipleChoiceField(
        Person.objects.known(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, libraries: list[Library], topics: list[Topic], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.libraries = {library_label(library): library for library in libraries}
        self.topics = {topic.path: topic for topic in topics}

    def clean_library(self) -> Library | None:
        """Return the library whose label, settlement or name begins so."""
        return self._named(self.cleaned_data["library"], self.libraries)

    def clean_topic(self) -> Topic | None:
        """Return the topic whose path or name begins so."""
        return self._named(self.cleaned_data["topic"], self.topics)

    def consultation(self) -> Consultation:
        """Return what the valid form says, not saved."""
        data = self.cleaned_data
        return Consultation(
            date=data["date"] or timezone.localdate(),
            reached=data["reached"] or 1,
            **{
                name: data[name]
                for name in (
                    *("question", "library", "channel", "minutes"),
                    *("answer", "follow_up", "due_on", "project"),
                )
            },
        )

    def _named(self, text: str, records: dict[str, Any]) -> Any:
        wanted = " ".join(text.split()).casefold()
        if not wanted:
            return None
        exact = [record for label, record in records.items() if label.casefold() == wanted]
        found = exact or [record for label, record in records.items() if _begins(label, wanted)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("Няма такова име. Напишете началото му или изберете от списъка."))
        labels = [label for label, record in records.items() if record in found][:MAX_NAMED]
        message = _("Започват така няколко: %(names)s. Допълнете името.")
        raise ValidationError(message % {"names": "; ".join(labels)})


def _begins(label: str, wanted: str) -> bool:
    """Tell whether the label, or a word in it, begins with the letters."""
    folded = label.casefold()
    return folded.startswith(wanted) or any(
        folded.startswith(wanted, place + 1) for place, char in enumerate(folded) if not char.isalnum()
    )
