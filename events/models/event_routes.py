"""The addresses under an event page: one per date."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import path

if TYPE_CHECKING:
    pass

# As many coming dates are listed; the rest has a page of its own.
COMING_DATES = 12


class EventRoutes:
    """Pages of single dates."""

    @path("<slug:slug>/", name="occurrence")
    def occurrence_page(self: Any, request: HttpRequest, slug: str) -> TemplateResponse:
        """One date of the event; 404 for a date it does not have."""
        occurrence = self.occurrences.filter(slug=slug).first()
        if occurrence is None:
            raise Http404
        occurrence.event = self
        return self.render(request, context_overrides={"occurrence": occurrence})
