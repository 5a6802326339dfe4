"""Checking certificates on the site, and taking one's own from the link."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from methodology.actions.write_certificate import write_certificate
from methodology.forms.certificate import CheckForm
from methodology.models import Certificate
from methodology.trainings.links import registration_of
from methodology.views.admin.downloads import attachment
from pages.visitors.address import client_address
from pages.visitors.limiter import allow

CHECKS_A_DAY = 50
CHECKS_OF_ONE_A_DAY = 20
A_DAY = timedelta(days=1)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, number: str = "") -> HttpResponse:
    """Tell whether a certificate is good to whoever holds it; everybody else hears the same."""
    form = CheckForm(request.POST if request.method == "POST" else None, initial={"number": number})
    found = None
    if request.method == "POST" and form.is_valid() and _allowed(request, form):
        found = _known(form)
        if found is None:
            form.add_error(
                None, _("Няма удостоверение с този номер и с това име или код. Проверете и двете.")
            )
    return TemplateResponse(
        request, "methodology/certificate_check.html", {"form": form, "certificate": found}
    )


def _allowed(request: HttpRequest, form: CheckForm) -> bool:
    number = form.cleaned_data["number"].strip()
    of_one = allow("certificate", number, most=CHECKS_OF_ONE_A_DAY, within=A_DAY)
    of_address = allow("certificates", client_address(request), most=CHECKS_A_DAY, within=A_DAY)
    if not (of_one and of_address):
        form.add_error(None, _("Твърде много проверки за днес. Опитайте утре или се обадете в отдела."))
    return of_one and of_address


def _known(form: CheckForm) -> Certificate | None:
    number, secret = form.cleaned_data["number"].strip(), form.cleaned_data["secret"]
    found = Certificate.objects.light().filter(number=number).first()
    # An unknown number is compared as well, so that it takes as long as a known one.
    known = (found or Certificate(name="-", code="-")).is_known_to(secret)
    return found if found is not None and known and not form.is_trap else None


@never_cache
@require_safe
def own_certificate(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with the certificate of whoever holds the link."""
    found = registration_of(token)
    certificate = found.certificates.valid().first() if found else None
    if certificate is None:
        raise Http404
    content = bytes(certificate.pdf) or write_certificate(certificate)
    return attachment(content, "application/pdf", f"udostoverenie-{certificate.number}.pdf")
