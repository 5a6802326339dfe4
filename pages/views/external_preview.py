"""From the editor to a draft in a front end elsewhere."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from pages.partners.preview import make_token, writer_of


@never_cache
@require_safe
def external_preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead an editor to the last draft of a page in the front end elsewhere."""
    page = get_object_or_404(Page, pk=page_id)
    if not may_preview(page, request.user):
        raise PermissionDenied
    revision = page.get_latest_revision()
    if revision is None:
        messages.warning(request, _("Запазете страницата поне веднъж, за да я видите във външния сайт."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    token = quote(make_token(revision, request.user), safe="")
    response = HttpResponseRedirect(settings.LIBRARY_PREVIEW_URL.replace("{token}", token))
    # The token is for the front end alone: nobody else is told of it.
    response["Referrer-Policy"] = "no-referrer"
    return response


def may_preview(page: Page, user: Any) -> bool:
    """Whether there is a front end, it can show this kind of page, and the user may edit it."""
    known = bool(settings.LIBRARY_PREVIEW_URL) and writer_of(page) is not None
    return known and bool(page.permissions_for_user(user).can_edit())


class ExternalPreviewButton(Button):
    """Leads from the editor to the front end."""

    def __init__(self, page: Page) -> None:
        address = reverse("external_preview", args=[page.pk])
        attrs = {"target": "_blank", "rel": "noreferrer"}
        super().__init__(_("Преглед във външен сайт"), address, icon_name="view", attrs=attrs, priority=38)
