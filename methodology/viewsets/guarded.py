"""Views of one record that open only for whoever may see that very record."""

from functools import cache
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.permissions import policy_registry
from wagtail.snippets.views import snippets as views
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from methodology.exports import ExportIndexView
from methodology.policies import ANY_ACTION


class OwnRecordMixin:
    """Refuses a record outside what the person sees; Wagtail's views ask for the model only."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or refuse before anything of the record is shown."""
        record = getattr(self, "object", None)
        if record is not None and record.pk is not None:
            policy = policy_registry.get_by_type(type(record))
            if not policy.user_has_any_permission_for_instance(request.user, ANY_ACTION, record):
                raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


@cache
def own(view: type) -> type:
    """Return the view of one record, guarded."""
    return type(f"Own{view.__name__}", (OwnRecordMixin, view), {})


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


class GuardedChooserViewSet(SnippetChooserViewSet):
    """A chooser among the records the person sees."""

    choose_view_class = type("OwnChooseView", (OwnChoicesMixin, ChooseView), {})
    choose_results_view_class = type("OwnChooseResultsView", (OwnChoicesMixin, ChooseResultsView), {})
    chosen_view_class = type("OwnChosenView", (OwnChoicesMixin, SnippetChosenView), {})
    chosen_multiple_view_class = type(
        "OwnChosenMultipleView", (OwnChoicesMixin, SnippetChosenMultipleView), {}
    )


class GuardedViewSet(SnippetViewSet):
    """Records of the department: listed, exported, opened and chosen by whoever may see them."""

    index_view_class = ExportIndexView
    edit_view_class = own(views.EditView)
    delete_view_class = own(views.DeleteView)
    copy_view_class = own(views.CopyView)
    history_view_class = own(views.HistoryView)
    usage_view_class = own(views.UsageView)
    inspect_view_class = own(views.InspectView)
    chooser_viewset_class = GuardedChooserViewSet
    inspect_view_enabled = True
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the records the person sees."""
        return self.model.objects.visible_to(request.user)
