"""Holds back what would show Bulgarian text under another language."""

import contextlib
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from requests import RequestException
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from pages.translating.completeness import keep_as_draft, missing_texts
from pages.translating.guard import may_publish
from pages.translating.machine import say_it_failed


def hold_back(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Refuse to publish a translation in which something is missing: keep it and say how much is left."""
    is_translation = isinstance(instance, TranslatableMixin)
    if request.method != "POST" or request.POST.get("action") != "publish" or not is_translation:
        return None
    found = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=True
    )
    translation = found.select_related("source", "target_locale").first()
    missing = missing_texts(translation) if translation else 0
    if not missing:
        return None
    keep_as_draft(translation, request.user)
    messages.warning(request, _held(translation, missing))
    return redirect(request.path)


def _held(translation: Translation, missing: int) -> str:
    left = ngettext(
        "остава още %(number)d непреведен текст", "остават още %(number)d непреведени текста", missing
    ) % {"number": missing}
    return _(
        "„%(title)s“ (%(language)s) не е публикувано: %(left)s. Преведеното е запазено. "
        "Преведете и останалото и публикувайте отново."
    ) % {
        "title": translation.get_target_instance(),
        "language": translation.target_locale.get_display_name(),
        "left": left,
    }


def _not_allowed(translation: Translation) -> str:
    return _(
        "„%(title)s“ (%(language)s) не е публикувано: това прави човек с право да публикува. "
        "Преведеното е запазено."
    ) % {
        "title": translation.get_target_instance(),
        "language": translation.target_locale.get_display_name(),
    }


class CarefulUpdate(UpdateTranslationsView):
    """Takes the changes of the original into its translations; publishes only those that are whole."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Update, then publish what may be published and name what may not."""
        publish, form.cleaned_data["publish_translations"] = form.cleaned_data["publish_translations"], False
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)
                if publish:
                    self._publish()
        except RequestException:
            say_it_failed(self.request)
            return HttpResponseRedirect(self.request.get_full_path())
        return response

    def _publish(self) -> None:
        translations = self.object.translations.filter(enabled=True).select_related("source", "target_locale")
        for translation in translations:
            missing = missing_texts(translation)
            allowed = may_publish(self.request.user, translation.get_target_instance())
            if missing or not allowed:
                keep_as_draft(translation, self.request.user)
                messages.warning(
                    self.request, _held(translation, missing) if missing else _not_allowed(translation)
                )
                continue
            # As wagtail-localize does: the errors are shown beside the texts they are of.
            with contextlib.suppress(ValidationError):
                translation.save_target(user=self.request.user, publish=True)
