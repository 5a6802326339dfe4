"""Choosers for records of which each person sees their own: Wagtail's offer all to everybody in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

ANY_ACTION = ("add", "change", "delete", "view")


class OwnChoicesMixin:
    """Offers and answers only records the person sees."""

    model_class: Any
    request: HttpRequest

    def get_object_list(self) -> QuerySet[Any]:
        """Return what may be chosen."""
        return self._visible()

    def get_object(self, pk: Any) -> Any:
        """Return the chosen record."""
        return self._visible().get(pk=pk)

    def get_objects(self, pks: list[Any]) -> QuerySet[Any]:
        """Return the chosen records."""
        return self._visible().filter(pk__in=pks)

    def _visible(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(self.model_class)
        records: QuerySet[Any] = policy.instances_user_has_any_permission_for(self.request.user, ANY_ACTION)
        return records


class OwnChooserViewSet(SnippetChooserViewSet):
    """A chooser among the records the person sees."""

    choose_view_class = type("OwnChooseView", (OwnChoicesMixin, ChooseView), {})
    choose_results_view_class = type("OwnChooseResultsView", (OwnChoicesMixin, ChooseResultsView), {})
    chosen_view_class = type("OwnChosenView", (OwnChoicesMixin, SnippetChosenView), {})
    chosen_multiple_view_class = type(
        "OwnChosenMultipleView", (OwnChoicesMixin, SnippetChosenMultipleView), {}
    )
