"""The report: sections of lines, each with the period before it beside it, and a table of municipalities."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.activity import outcomes, sentences, tallies
from methodology.activity.lines import Line
from methodology.activity.municipalities import Table, municipality_table
from methodology.counting import Figure, Scope
from methodology.models import TrainingStatus


@dataclass(frozen=True)
class Section:
    """A heading, what it says in words, and its lines."""

    name: str
    title: str | Promise
    text: str
    lines: list[Line]


@dataclass(frozen=True)
class Report:
    """The activity of a period."""

    scope: Scope
    title: str
    about: str
    before: str
    sections: list[Section]
    municipalities: Table | None
    notes: list[str]


Tally = Callable[[Scope], Any]
Words = Callable[[dict[str, int]], str]
SECTIONS: tuple[tuple[str, Promise | str, Tally, Words], ...] = (
    ("overview", gettext_lazy("Накратко"), tallies.overview, sentences.overview),
    ("consultations", gettext_lazy("Консултации"), tallies.consultations, sentences.consultations),
    ("visits", gettext_lazy("Посещения и проучвания"), tallies.visits, sentences.visits),
    ("trainings", gettext_lazy("Обучения"), tallies.training, sentences.trainings),
    ("surveys", gettext_lazy("Анкети след обученията"), outcomes.surveys, sentences.surveys),
    ("materials", gettext_lazy("Методически материали"), outcomes.materials, sentences.materials),
    ("cooperation", gettext_lazy("Сътрудничество с общините"), tallies.cooperation, sentences.cooperation),
    ("network", gettext_lazy("Мрежата"), tallies.libraries, sentences.network),
)


def build(scope: Scope) -> Report:
    """Count a period and the one before it; the same number of queries whatever is recorded."""
    return Report(
        scope,
        _("Отчет за дейността"),
        sentences.about(scope),
        sentences.days(scope.period.previous),
        [section for parts in SECTIONS if (section := _section(scope, *parts))],
        None if scope.municipality else municipality_table(scope),
        _notes(scope),
    )


def _section(scope: Scope, name: str, title: str | Promise, tally: Tally, words: Words) -> Section | None:
    now, then = list(tally(scope)), list(tally(scope.previous))
    if not now:
        return None
    lines = [Line(*pair) for pair in zip(now, then, strict=True)]
    text = words({figure.name: figure.value for figure in now if isinstance(figure, Figure)})
    return Section(name, title, text, [line for line in lines if line.is_told])


def _notes(scope: Scope) -> list[str]:
    notes = [sentences.counting_rule()]
    waiting = scope.trainings().filter(status=TrainingStatus.HELD).count()
    if waiting:
        notes.append(sentences.unconfirmed(waiting))
    return notes
