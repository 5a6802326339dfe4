"""The form of a survey, made from its questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from methodology.models import Question, QuestionKind, QuestionSet
from methodology.surveys.statistics import POINTS

LONGEST_ANSWER = 2000


class SurveyForm(forms.Form):
    """A field for each question, in order."""

    def __init__(self, question_set: QuestionSet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = {f"q{one.pk}": one for one in question_set.questions.all()}
        for name, question in self.questions.items():
            self.fields[name] = _field(question)

    @property
    def answers(self) -> dict[int, int | str]:
        """The answers given, by question; questions left out are not in it."""
        return {
            self.questions[name].pk: value
            for name, value in self.cleaned_data.items()
            if value not in (None, "")
        }


def _field(question: Question) -> forms.Field:
    errors = {"required": _("Отговорете на този въпрос.")}
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(
            label=question.text,
            required=question.required,
            max_length=LONGEST_ANSWER,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Не пишете имена: отговорите са анонимни."),
            error_messages=errors,
        )
    return forms.TypedChoiceField(
        label=question.text,
        required=question.required,
        choices=[(str(point), str(point)) for point in POINTS],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages=errors,
    )
