"""The surveys behind a figure: how many answered, and the medians of each that may be shown by itself."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from methodology.access import may_see_surveys
from methodology.forms.scope import SurveysForm
from methodology.models.question_set import Measure
from methodology.surveys.charts import bar
from methodology.surveys.results import compare
from methodology.surveys.statistics import FEWEST, NOBODY

PER_PAGE = 50


@require_safe
def survey_list(request: HttpRequest) -> HttpResponse:
    """A page of them, the latest trainings first; for whoever sees the whole network."""
    if not may_see_surveys(request.user):
        raise PermissionDenied
    form = SurveysForm(request.GET or None)
    found, purpose = form.scope(request.user).surveys(), form.chosen_purpose()
    found = found.filter(purpose=purpose) if purpose else found
    paginator = WagtailPaginator(found.with_training().order_by("-training__start_date", "-pk"), PER_PAGE)
    page = paginator.get_page(request.GET.get("p"))
    shown = {one.survey.pk: one.by_measure for one in compare(page)}
    measures = [measure for measure in Measure if measure != Measure.OTHER]
    context = {
        "page_title": _("Анкети след обучения"),
        "header_icon": "form",
        "form": form,
        "fewest": FEWEST,
        "paginator": paginator,
        "page_obj": page,
        "elided_page_range": paginator.get_elided_page_range(page.number),
        "measures": [measure.label for measure in measures],
        "rows": [
            (survey, [bar(shown.get(survey.pk, {}).get(one, NOBODY)) for one in measures]) for survey in page
        ],
    }
    return render(request, "methodology/admin/survey_list.html", context)
