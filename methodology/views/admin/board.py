"""The board of a training: its stage and what comes next, its people, and what is done with them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from methodology.access import may_see_surveys
from methodology.actions.attendance import missing_days
from methodology.actions.certificates import IssueCertificates, RevokeCertificate
from methodology.actions.refused import Refused
from methodology.actions.register import AddParticipant, CancelRegistration
from methodology.actions.steps import STEPS, possible_steps
from methodology.forms.participant import ParticipantForm
from methodology.models import Certificate, Registration, SurveyPurpose, Training
from methodology.trainings.stages import IS_CONFIRMED, TrainingStatus
from methodology.views.admin.guard import may_change, own_training, seen_training


def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a training with the people whose libraries the person may see; add somebody to the list."""
    training = seen_training(request, pk)
    changeable = may_change(request, training)
    form = ParticipantForm(request.POST or None, instance=Registration(training=training))
    if request.method == "POST":
        own_training(request, pk)
        if form.is_valid():
            added = AddParticipant(form.save(commit=False)).execute()
            _warn_of_clashes(request, added)
            messages.success(request, _("Добавен(а): %(name)s.") % {"name": added.name})
            return redirect("methodology_training", pk)
    return TemplateResponse(
        request, "methodology/admin/board.html", _context(request, training, changeable, form)
    )


def _context(
    request: HttpRequest, training: Training, changeable: bool, form: ParticipantForm
) -> dict[str, object]:
    people = training.registrations.visible_to(request.user).with_parts().by_name()
    people = people.prefetch_related("certificates")
    counts = dict.fromkeys(("confirmed", "waiting", "unconfirmed", "cancelled"), 0)
    rows = list(people)
    for row in rows:
        counts[row.status] += 1
    return {
        "training": training,
        "rows": rows,
        "counts": counts,
        "form": form,
        "changeable": changeable,
        "steps": possible_steps(training) if changeable else [],
        "missing": missing_days(training) if training.status == TrainingStatus.HELD else [],
        "reach": training.registrations.visible_to(request.user).attended().reach(),
        "is_confirmed": training.status in IS_CONFIRMED,
        "may_certify": changeable and training.status in IS_CONFIRMED,
        "surveys": list(training.surveys.all()) if may_see_surveys(request.user) else [],
        "may_ask": [(SurveyPurpose.FOLLOW_UP.value, SurveyPurpose.FOLLOW_UP.label)]
        if changeable and training.status in IS_CONFIRMED
        else [],
        "page_title": training.title,
        "header_icon": "calendar-alt",
        "edit_url": reverse("wagtailsnippets_methodology_training:edit", args=[training.pk]),
    }


def _warn_of_clashes(request: HttpRequest, registration: Registration) -> None:
    for other in Registration.objects.clashing_with(registration):
        text = _("%(name)s е записан(а) по същото време и за „%(title)s“ (%(when)s).")
        values = {"name": registration.name, "title": other.training.title, "when": other.training.when}
        messages.warning(request, text % values)


def _answered(request: HttpRequest, training: Training, do: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, do())
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("methodology_training", training.pk)


@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Take a step by its name."""
    training = own_training(request, pk)

    def take() -> str:
        if name not in STEPS:
            raise Refused(_("Няма такава стъпка."))
        taken = STEPS[name](training).execute()
        return _("Обучението е „%(status)s“.") % {"status": taken.get_status_display()}

    return _answered(request, training, take)


@require_POST
def cancel_registration(request: HttpRequest, pk: int, registration_id: int) -> HttpResponse:
    """Take somebody off the list; who waits moves up."""
    training = own_training(request, pk)
    row = get_object_or_404(training.registrations, pk=registration_id)

    def cancel() -> str:
        return _("Отписан(а): %(name)s.") % {"name": CancelRegistration(row).execute().name}

    return _answered(request, training, cancel)


@require_POST
def issue_certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the certificates that are due."""
    training = own_training(request, pk)

    def issue() -> str:
        number = len(IssueCertificates(training).execute())
        words = ngettext(
            "Издадено е %(number)s удостоверение.", "Издадени са %(number)s удостоверения.", number
        )
        return words % {"number": number}

    return _answered(request, training, issue)


@require_POST
def revoke_certificate(request: HttpRequest, pk: int, certificate_id: int) -> HttpResponse:
    """Revoke one certificate."""
    training = own_training(request, pk)
    held = get_object_or_404(Certificate.objects.light(), pk=certificate_id, training=training)

    def revoke() -> str:
        return _("Анулирано е удостоверение № %(number)s.") % {"number": RevokeCertificate(held).execute()}

    return _answered(request, training, revoke)
