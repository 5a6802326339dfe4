"""Results of surveys: one, several side by side, a workbook; whole surveys only, no filters inside."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from methodology.access import may_see_surveys
from methodology.actions.refused import Refused
from methodology.actions.surveys import AskParticipants, CloseSurvey
from methodology.formats.survey_workbook import comparison_workbook, survey_workbook
from methodology.formats.workbook import CONTENT_TYPE
from methodology.models import Survey, SurveyPurpose, TrainingKind
from methodology.models.question_set import Measure
from methodology.surveys.charts import Bar, bar
from methodology.surveys.results import Compared, compare, results_of
from methodology.surveys.statistics import FEWEST, Distribution
from methodology.views.admin.downloads import attachment
from methodology.views.admin.guard import own_training

MOST_COMPARED = 40


def seen_survey(request: HttpRequest, pk: int) -> Survey:
    """Return a survey to whoever sees the whole network: answers belong to no municipality."""
    _require_whole_network(request)
    survey: Survey = get_object_or_404(Survey.objects.with_training(), pk=pk)
    return survey


def _require_whole_network(request: HttpRequest) -> None:
    if not may_see_surveys(request.user):
        raise PermissionDenied


@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the results of a survey, or why they are not shown."""
    found = results_of(seen_survey(request, pk))
    context = {
        "survey": found.survey,
        "results": found,
        "scales": [(one.question, bar(one.distribution)) for one in found.scales],
        "fewest": FEWEST,
        "page_title": _("Резултати от анкета"),
        "header_icon": "form",
    }
    return TemplateResponse(request, "methodology/admin/survey_results.html", context)


@require_safe
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the results as a workbook; the same rules hold."""
    found = results_of(seen_survey(request, pk))
    if not found.is_shown:
        messages.error(request, _("Резултатите още не се показват и не се изнасят."))
        return redirect("methodology_survey", pk)
    return attachment(survey_workbook(found), CONTENT_TYPE, f"anketa-{pk}.xlsx")


@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Show surveys side by side; filters choose among whole surveys, each of which is shown by itself too."""
    kind, purpose, compared = _compared(request)
    measures = [choice for choice in Measure.choices if choice[0] != Measure.OTHER]
    rows = [(one.survey, [_median(one.by_measure, name) for name, _label in measures]) for one in compared]
    context = {
        "rows": rows,
        "measures": [label for _name, label in measures],
        "kinds": TrainingKind.choices,
        "purposes": SurveyPurpose.choices,
        "kind": kind,
        "purpose": purpose,
        "query": urlencode({"kind": kind, "purpose": purpose}),
        "fewest": FEWEST,
        "page_title": _("Сравнение на анкети"),
        "header_icon": "form",
    }
    return TemplateResponse(request, "methodology/admin/survey_comparison.html", context)


@require_safe
def comparison_xlsx(request: HttpRequest) -> HttpResponse:
    """Answer with the comparison as a workbook; the same rules hold."""
    _kind, _purpose, compared = _compared(request)
    return attachment(comparison_workbook(compared), CONTENT_TYPE, "sravnenie-na-anketi.xlsx")


def _compared(request: HttpRequest) -> tuple[str, str, list[Compared]]:
    """Return the filters of a comparison and the surveys in it, the latest trainings first."""
    _require_whole_network(request)
    kind, purpose = request.GET.get("kind", ""), request.GET.get("purpose", SurveyPurpose.AFTER.value)
    kind = kind if kind in TrainingKind.values else ""
    purpose = purpose if purpose in SurveyPurpose.values else SurveyPurpose.AFTER.value
    surveys = Survey.objects.shown().with_training().filter(purpose=purpose)
    if kind:
        surveys = surveys.filter(training__kind=kind)
    return kind, purpose, compare(surveys.order_by("-training__start_date", "-pk")[:MOST_COMPARED])


def _median(by_measure: Mapping[str, Distribution], name: str) -> Bar | None:
    distribution = by_measure.get(name)
    return bar(distribution) if distribution else None


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a survey for good."""
    survey = seen_survey(request, pk)
    own_training(request, survey.training_id)
    CloseSurvey(survey).execute()
    messages.success(request, _("Анкетата е затворена; кой е отговорил, вече не се пази."))
    return redirect("methodology_survey", pk)


@require_POST
def ask(request: HttpRequest, pk: int, purpose: str) -> HttpResponse:
    """Ask those who came again: who has had no letter, or all of them six weeks later."""
    training = own_training(request, pk)
    try:
        survey = AskParticipants(training, SurveyPurpose(purpose)).execute()
        messages.success(request, _("Анкетата е изпратена до %(number)s души.") % {"number": survey.invited})
    except (Refused, ValueError) as problem:
        messages.error(request, str(problem))
    return redirect("methodology_training", pk)
