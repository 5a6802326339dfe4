"""The results of a closed survey, or why they are not shown.

Nobody can be singled out by subtraction: results belong to whole surveys that never change again; there is no
filter inside one; a sum of several adds only such as are shown by themselves.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from methodology.models import Question, QuestionKind, Survey, SurveyAnswer
from methodology.models.question_set import Measure
from methodology.querysets.surveys import SurveyQuerySet
from methodology.surveys.statistics import FEWEST, Distribution


@dataclass(frozen=True)
class ScaleResult:
    """A question on the scale and its answers."""

    question: Question
    distribution: Distribution


@dataclass(frozen=True)
class TextResult:
    """An open question and what was written, in alphabetical order."""

    question: Question
    texts: list[str]


@dataclass(frozen=True)
class Results:
    """What may be shown of a survey."""

    survey: Survey
    scales: list[ScaleResult] = field(default_factory=list)
    texts: list[TextResult] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        """Whether anything is shown."""
        return is_shown(self.survey)


def is_shown(survey: Survey) -> bool:
    """Tell whether a survey is closed and has enough answers."""
    return survey.closed_on is not None and survey.answered >= FEWEST


def results_of(survey: Survey) -> Results:
    """Return the results of a survey; empty while they may not be shown. Three queries."""
    if not is_shown(survey):
        return Results(survey)
    questions = list(survey.question_set.questions.all())
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    scored = survey.answers.filter(score__isnull=False).order_by()
    for question, score, many in scored.values_list("question", "score").annotate(many=Count("pk")):
        counts[question][score] = many
    written: dict[int, list[str]] = defaultdict(list)
    for question, text in survey.answers.exclude(text="").values_list("question", "text"):
        written[question].append(text)
    scales = [
        ScaleResult(one, Distribution.of(counts[one.pk]))
        for one in questions
        if one.kind == QuestionKind.SCALE
    ]
    texts = [
        TextResult(one, sorted(written[one.pk], key=str.casefold))
        for one in questions
        if one.kind == QuestionKind.TEXT
    ]
    return Results(survey, scales, texts)


@dataclass(frozen=True)
class Compared:
    """A survey in a comparison: its distribution for each measure it asks about."""

    survey: Survey
    by_measure: dict[str, Distribution]


def compare(surveys: Iterable[Survey]) -> list[Compared]:
    """Return the distributions of surveys by measure; those that may not be shown are left out. One query."""
    shown = {survey.pk: survey for survey in surveys if is_shown(survey)}
    found = distributions(shown)
    return [
        Compared(
            one,
            {
                measure: found[pk, measure]
                for measure in Measure.values
                if measure != Measure.OTHER and (pk, measure) in found
            },
        )
        for pk, one in shown.items()
    ]


def distributions(surveys: Iterable[int] | SurveyQuerySet) -> dict[tuple[int, str], Distribution]:
    """Return the distribution of each measure in each of some surveys that may be shown; one query."""
    counts: dict[tuple[int, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    rows = (
        SurveyAnswer.objects.filter(survey__in=surveys, score__isnull=False)
        .order_by()
        .values_list("survey", "question__measure", "score")
        .annotate(many=Count("pk"))
    )
    for survey, measure, score, many in rows:
        counts[survey, measure][score] += many
    return {key: Distribution.of(scores) for key, scores in counts.items()}
