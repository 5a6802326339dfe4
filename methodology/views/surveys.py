"""Answering a survey by the link in a letter."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from methodology.actions.refused import Refused
from methodology.actions.surveys import AnswerSurvey
from methodology.forms.survey import SurveyForm
from methodology.surveys.links import invitation_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """Show the questions and take the answers once; who reads the link only changes nothing."""
    invitation = invitation_of(token)
    if invitation is None:
        return TemplateResponse(request, "methodology/survey_over.html", status=404)
    data = request.POST if request.method == "POST" else None
    form = SurveyForm(invitation.survey.question_set, data)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            AnswerSurvey(invitation, form.answers).execute()
            return HttpResponseRedirect(reverse("survey", args=[token]))
        except Refused as refused:
            problem = str(refused)
    context = {
        "survey": invitation.survey,
        "training": invitation.survey.training,
        "answered": invitation.answered,
        "form": form,
        "problem": problem,
    }
    response = TemplateResponse(request, "methodology/survey.html", context)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
