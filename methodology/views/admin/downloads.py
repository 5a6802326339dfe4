"""What leaves the admin as a file: the list of participants."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from methodology.formats.workbook import CONTENT_TYPE, Value, write_workbook
from methodology.models import Registration
from methodology.views.admin.guard import seen_training


@require_safe
def participants(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the people of a training whose libraries the person may see."""
    training = seen_training(request, pk)
    people = training.registrations.visible_to(request.user).with_parts().by_name()
    headings = [
        *(_("Име"), _("Библиотека"), _("Рег. №"), _("ЕИК"), _("Населено място"), _("ЕКАТТЕ"), _("Община")),
        *(_("Ел. поща"), _("Телефон"), _("Състояние"), _("Дни присъствие"), _("Минути присъствие")),
    ]
    content = write_workbook({_("Участници"): (headings, [_row(one) for one in people])})
    return attachment(content, CONTENT_TYPE, f"obuchenie-{training.pk}.xlsx")


def _row(one: Registration) -> list[Value]:
    library = one.library
    return [
        *(one.name, library.name, str(library.reg_no or ""), library.eik),
        *(str(library.settlement), library.settlement.ekatte, library.municipality.name),
        *(one.email, one.phone, one.get_status_display(), one.days_attended, one.minutes_attended),
    ]


def attachment(content: bytes, content_type: str, filename: str) -> HttpResponse:
    """Return a file that nobody else's cache keeps."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    return response
