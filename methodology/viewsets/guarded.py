"""Views of one record that open only for whoever may see that very record."""

from functools import cache
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail.permissions import policy_registry
from wagtail.snippets.views import snippets as views
from wagtail.snippets.views.snippets import SnippetViewSet

from methodology.exports import ExportIndexView
from methodology.policies import ANY_ACTION
from pages.admin.own_choices import OwnChooserViewSet


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


class GuardedViewSet(SnippetViewSet):
    """Records of the department: listed, exported, opened and chosen by whoever may see them."""

    index_view_class = ExportIndexView
    edit_view_class = own(views.EditView)
    delete_view_class = own(views.DeleteView)
    copy_view_class = own(views.CopyView)
    history_view_class = own(views.HistoryView)
    usage_view_class = own(views.UsageView)
    inspect_view_class = own(views.InspectView)
    chooser_viewset_class = OwnChooserViewSet
    inspect_view_enabled = True
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the records the person sees."""
        return self.model.objects.visible_to(request.user)
