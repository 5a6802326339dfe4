"""Lists and views of records that belong to departments."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from events.views.own_places import (
    OwnCopyView,
    OwnDeleteView,
    OwnEditView,
    OwnHistoryView,
    OwnIndexView,
    OwnInspectView,
    OwnUsageView,
)
from events.working_with_hours import own_records
from pages.admin.own_choices import OwnChooserViewSet


class OwnPlacesViewSet(SnippetViewSet):
    """Shows a person the records of their departments, and lets them work on no others."""

    index_view_class = OwnIndexView
    edit_view_class = OwnEditView
    copy_view_class = OwnCopyView
    delete_view_class = OwnDeleteView
    history_view_class = OwnHistoryView
    usage_view_class = OwnUsageView
    inspect_view_class = OwnInspectView
    chooser_viewset_class: type[SnippetChooserViewSet] = OwnChooserViewSet

    # What a row of the list needs beside its own columns.
    follows: ClassVar[tuple[str, ...]] = ()
    fetches: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The records a person works on, with what the list tells of each."""
        found = own_records(request.user, self.model._default_manager.all())
        # Without names it would follow every relation there is.
        found = found.select_related(*self.follows) if self.follows else found
        return found.prefetch_related(*self.fetches)
