"""A machine that translates on the library's own server: LibreTranslate, only where the settings name one."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from requests import RequestException
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.views import edit_translation

# A server refuses more than its own limit at once; this is under the usual one.
AT_ONCE = 25


class LibreTranslate(LibreTranslator):
    """Asks in parts, so that a long page neither exceeds the server's limit nor one request's time."""

    def translate(self, source_locale: Any, target_locale: Any, strings: Iterable[Any]) -> dict[Any, Any]:
        """Return the translations of texts; a RequestException when the server does not answer well."""
        waiting = list(strings)
        found: dict[Any, Any] = {}
        for start in range(0, len(waiting), AT_ONCE):
            part = waiting[start : start + AT_ONCE]
            try:
                found |= super().translate(source_locale, target_locale, part)
            except (KeyError, TypeError, ValueError) as error:
                raise RequestException("The answer is not that of LibreTranslate") from error
        return found


def say_it_failed(request: HttpRequest) -> None:
    """Tell an editor that the machine has not translated, and what to do."""
    messages.error(
        request,
        _(
            "Машинният преводач не отговаря и нищо не е преведено. Опитайте отново след малко или преведете "
            "текстовете сами."
        ),
    )


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Translate what is left; an unreachable server is a message, not an error page."""
    try:
        response: HttpResponse = edit_translation.machine_translate(request, translation_id)
    except RequestException:
        say_it_failed(request)
        return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
    return response
