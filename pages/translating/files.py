"""PO files for translators outside the admin: a name one can find, and a check before they return."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from pages.bulgarian import slugify

MAX_NAME = 60
MAX_SIZE = 5 * 1024 * 1024
MARK = b"X-WagtailLocalize-TranslationID"


@require_safe
def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Give the texts of a translation, in a file named for its original."""
    response: HttpResponse = edit_translation.download_pofile(request, translation_id)
    translation = get_object_or_404(
        Translation.objects.select_related("source", "target_locale"), pk=translation_id
    )
    name = slugify(translation.source.object_repr)[:MAX_NAME].rstrip("-") or f"prevod-{translation_id}"
    language = translation.target_locale.language_code
    response["Content-Disposition"] = f'attachment; filename="{name}-{language}.po"'
    return response


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the translated texts, unless the file is none of ours."""
    problem = _problem(request)
    if problem is None:
        response: HttpResponse = edit_translation.upload_pofile(request, translation_id)
        return response
    messages.error(request, problem)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _problem(request: HttpRequest) -> str | None:
    file = request.FILES.get("file")
    if file is None:
        return _("Изберете файл (.po), после го изпратете.")
    if (file.size or 0) > MAX_SIZE:
        return _("Файлът е над 5 MB. Изпратете файла, който сте изтеглили от тази страница.")
    content = file.read()
    file.seek(0)
    if MARK not in content:
        return _("Файлът не е изтеглен оттук: няма знак за превода. Изтеглете файла наново и преведете него.")
    return None
