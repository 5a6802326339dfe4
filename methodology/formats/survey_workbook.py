"""The results of a survey as a workbook: counts on one sheet, open answers on another, no rows of persons."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from methodology.formats.workbook import Value, write_workbook
from methodology.models.question_set import Measure
from methodology.surveys.results import Compared, Results
from methodology.surveys.statistics import POINTS


def survey_workbook(results: Results) -> bytes:
    """Return the workbook; a question with too few answers has none of its numbers in it."""
    headings = [_("Въпрос"), _("Измерва"), *map(str, POINTS), _("Отговори"), _("Медиана")]
    return write_workbook(
        {
            _("Оценки"): (headings, _scales(results)),
            _("Отворени отговори"): ([_("Въпрос"), _("Отговор")], _texts(results)),
        }
    )


def comparison_workbook(compared: Sequence[Compared]) -> bytes:
    """Return surveys side by side: for each measure the median and how many answered."""
    measures = [choice for choice in Measure.choices if choice[0] != Measure.OTHER]
    headings = [_("Обучение"), _("Дати"), _("Отговори")]
    for _name, label in measures:
        headings += [
            _("%(measure)s: медиана") % {"measure": label},
            _("%(measure)s: отговори") % {"measure": label},
        ]
    return write_workbook({_("Сравнение"): (headings, [_compared(one, measures) for one in compared])})


def _compared(one: Compared, measures: Sequence[tuple[str, object]]) -> Sequence[Value]:
    row: list[Value] = [one.survey.training.title, one.survey.training.when, one.survey.answered]
    for name, _label in measures:
        found = one.by_measure.get(name)
        row += [found.median, found.total] if found is not None and found.is_shown else ["", ""]
    return row


def _scales(results: Results) -> Iterator[Sequence[Value]]:
    for one in results.scales:
        head = [one.question.text, one.question.get_measure_display()]
        if one.distribution.is_shown:
            yield [*head, *one.distribution.counts, one.distribution.total, one.distribution.median]
        else:
            yield [*head, *[_("под 5")] * len(POINTS), _("под 5"), ""]


def _texts(results: Results) -> Iterator[Sequence[Value]]:
    for one in results.texts:
        for text in one.texts:
            yield [one.question.text, text]
