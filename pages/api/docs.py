"""The documentation page of the API, made from files of this site only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from pages.navigation import active_language


class LocalDocs(DocsBase):
    """Swagger UI without inline code: works under the strict policy of the public site."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Return the page; its script reads the description of the API from `openapi.json`."""
        openapi_url = f"{self.get_openapi_url(api, kwargs)}?lang={active_language()}"
        context = {"api": api, "openapi_url": openapi_url}
        return render(request, "pages/api/docs.html", context)
