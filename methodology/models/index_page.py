"""The methodology page: materials by category, trainings, the network in numbers, whom to call."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.search import index

from methodology import listing
from methodology.facts import training_facts
from methodology.models.library import Library
from methodology.models.material_page import MaterialPage
from methodology.models.terms import MaterialAudience, MaterialCategory
from methodology.models.training import Training
from methodology.start import start_of
from pages.decorators import path
from pages.models import LibraryPageMixin, Municipality


class MethodologyIndexPageMixin(LibraryPageMixin):
    """What every index of methodology work has."""

    lead = models.TextField(gettext_lazy("накратко"), max_length=400, blank=True)

    page_description = gettext_lazy("Материалите, обученията и мрежата от библиотеки, с връзки с отдела")

    class Meta:
        abstract = True


class MethodologyIndexPage(RoutablePageMixin, MethodologyIndexPageMixin, Page):
    """The index, with a page for each public training under `obuchenia/`."""

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        InlinePanel(
            "deadlines",
            heading=gettext_lazy("Какво се очаква от библиотеките"),
            label=gettext_lazy("срок"),
            max_num=40,
            help_text=gettext_lazy("Минал срок се показва още 30 дни, после се скрива сам."),
        ),
        InlinePanel(
            "contacts",
            heading=gettext_lazy("На кого да се обадим"),
            label=gettext_lazy("контакт"),
            max_num=20,
        ),
    ]
    search_fields = [
        *Page.search_fields,
        *LibraryPageMixin.search_fields,
        index.SearchField("lead"),
    ]

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["methodology.MaterialPage", "pages.StandardPage"]
    max_count_per_parent = 1
    template = "methodology/methodology_index_page.html"
    training_template = "methodology/training.html"

    class Meta:
        verbose_name = gettext_lazy("методическа дейност")
        verbose_name_plural = gettext_lazy("методическа дейност")

    @path("obuchenia/<int:pk>/", name="training")
    def training_route(self, request: HttpRequest, pk: int) -> TemplateResponse:
        """Answer with the page of a public training; 404 for one that is not public."""
        training = Training.objects.public().with_parts().filter(pk=pk).first()
        if training is None:
            raise Http404
        context = super().get_context(request) | {"training": training, "facts": training_facts(training)}
        return TemplateResponse(request, self.training_template, context)

    def coming_trainings(self, limit: int, municipality: Municipality | None = None) -> list[Training]:
        """Return the next public trainings, each with its `url` under this page; one query."""
        coming = Training.objects.public().upcoming()
        if municipality is not None:
            coming = coming.in_municipality(municipality.slug)
        trainings = list(coming[:limit])
        for training in trainings:
            training.url = self.training_url(training)
        return trainings

    def training_url(self, training: Training) -> str:
        """Return the address of a training under this page."""
        return f"{self.url}{self.reverse_subpage('training', args=[training.pk])}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        materials = self._materials(request)
        # Whoever narrows the list or turns its pages is looking for a material.
        is_first = not materials["query"] and materials["page_obj"].number == 1
        start = start_of(self, request.GET.get("municipality", "")[: listing.MAX_SLUG]) if is_first else None
        return context | materials | self._network() | {"start": start}

    def _materials(self, request: HttpRequest) -> dict[str, Any]:
        selection = listing.Selection.from_query(request.GET)
        language = self.locale.language_code
        categories = MaterialCategory.objects.names(language)
        audiences = MaterialAudience.objects.names(language)
        materials = MaterialPage.objects.child_of(self).live().public().current().by_category().with_parts()
        page = listing.page_of(selection.narrow(materials), request.GET.get("page", ""))
        return {
            "page_obj": page,
            "groups": listing.group(page, categories),
            "categories": listing.choices(categories, "category", selection, _("всички категории")),
            "audiences": listing.choices(audiences, "audience", selection, _("всички библиотеки")),
            "query": selection.query(),
        }

    def _network(self) -> dict[str, Any]:
        municipalities = Library.objects.active().count_by_municipality()
        return {
            "municipalities": municipalities,
            "library_count": sum(row.libraries for row in municipalities),
            "sample_count": sum(row.samples for row in municipalities),
        }
