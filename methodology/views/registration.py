"""Registering for a training on the site: a form, and the page that the link in the letter leads to."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from methodology.actions.refused import Refused
from methodology.actions.register import (
    CancelRegistration,
    ChangeRegistration,
    ConfirmRegistration,
    Register,
)
from methodology.forms.registration import RegistrationForm, WishForm
from methodology.models import Registration, Training
from methodology.trainings.links import registration_of, token_of
from methodology.trainings.stages import IS_OVER, TrainingStatus
from pages.visitors.address import client_address
from pages.visitors.limiter import allow

A_DAY = timedelta(days=1)
FORMS_A_DAY = 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of a public training; keep what is posted and write to its address."""
    training = Training.objects.public().filter(pk=pk).first()
    if training is None:
        raise Http404
    form = RegistrationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and training.takes_registrations and _accept(request, training, form):
        return redirect("training_registered", pk=pk)
    context = {"training": training, "form": form}
    return TemplateResponse(request, "methodology/register.html", context)


def _accept(request: HttpRequest, training: Training, form: RegistrationForm) -> bool:
    if form.is_trap:
        return True
    if not form.is_valid():
        return False
    if not allow("register", client_address(request), most=FORMS_A_DAY, within=A_DAY):
        form.add_error(None, _("Днес от Вашата мрежа дойдоха твърде много записвания. Обадете се в отдела."))
        return False
    try:
        Register(training, form.wish).execute()
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


@require_safe
def registered(request: HttpRequest, pk: int) -> HttpResponse:
    """Say the same to everybody: look into your mail."""
    training = Training.objects.public().filter(pk=pk).first()
    if training is None:
        raise Http404
    return TemplateResponse(request, "methodology/registered.html", {"training": training})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a link stands for; only its buttons change anything."""
    found = registration_of(token)
    if found is None:
        return TemplateResponse(request, "methodology/wrong_link.html", status=404)
    if request.method == "POST":
        return _change(request, found, token)
    return _show(request, found, WishForm(initial=_values(found)))


def _change(request: HttpRequest, found: Registration, token: str) -> HttpResponse:
    wanted = request.POST.get("action", "")
    form = WishForm(request.POST if wanted in ("confirm", "change") else None, initial=_values(found))
    if form.is_bound and not form.is_valid():
        return _show(request, found, form)
    try:
        _carry_out(found, wanted, form)
    except Refused as refused:
        return _show(request, found, form, problem=str(refused))
    address = reverse("training_registration", args=[token])
    return HttpResponseRedirect(f"{address}#state")


def _carry_out(found: Registration, wanted: str, form: WishForm) -> None:
    if not is_changeable(found):
        raise Refused(_("Обучението вече е започнало и записването не се променя. Обадете се в отдела."))
    if wanted == "cancel":
        CancelRegistration(found).execute()
    elif wanted == "change" and found.is_active:
        ChangeRegistration(found, form.wish).execute()
    elif wanted == "confirm":
        ConfirmRegistration(ChangeRegistration(found, form.wish).execute()).execute()


def _show(request: HttpRequest, found: Registration, form: WishForm, problem: str = "") -> HttpResponse:
    clashes = list(Registration.objects.clashing_with(found)) if found.is_active else []
    context = {
        "registration": found,
        "training": found.training,
        "form": form,
        "problem": problem,
        "clashes": clashes,
        "certificate": found.certificates.valid().light().first(),
        "token": token_of(found),
        "changeable": is_changeable(found),
    }
    # The address is a key: it is told to nobody, neither to searchers nor to the next page.
    response = TemplateResponse(request, "methodology/registration.html", context)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def is_changeable(found: Registration) -> bool:
    """Tell whether the training has yet to begin and is not called off."""
    training = found.training
    is_past = training.status in (*IS_OVER, TrainingStatus.CANCELLED)
    return not is_past and timezone.localdate() <= training.start_date


def _values(found: Registration) -> dict[str, object]:
    return {"library": found.library_id, "name": found.name, "phone": found.phone}
