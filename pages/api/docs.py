"""The documentation page of the API, made from files of this site only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase


class LocalDocs(DocsBase):
    """Swagger UI without inline code: works under the strict policy of the public site."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Return the page; its script reads the description of the API from `openapi.json`."""
        context = {"api": api, "openapi_url": self.get_openapi_url(api, kwargs)}
        return render(request, "pages/api/docs.html", context)
