"""Views of one record for those who work with its departments, and for nobody else."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.admin.filters import WagtailFilterSet
from wagtail.snippets.views.snippets import (
    CopyView,
    DeleteView,
    EditView,
    HistoryView,
    IndexView,
    InspectView,
    UsageView,
)

from events.forms.vocabulary import only_default_language
from events.working_with_hours import may_work_on


class OfOwnPlace:
    """Finds a record only for a person who may work on it; Wagtail asks about the kind of records alone."""

    request: Any

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        """The record; PermissionDenied for one of another department."""
        record = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if not may_work_on(self.request.user, record):
            raise PermissionDenied
        return record


class OwnEditView(OfOwnPlace, EditView):
    """A record that is changed."""


class OwnCopyView(OfOwnPlace, CopyView):
    """A new record like another one."""


class OwnDeleteView(OfOwnPlace, DeleteView):
    """A record that is deleted."""


class OwnHistoryView(OfOwnPlace, HistoryView):
    """What happened to a record."""


class OwnUsageView(OfOwnPlace, UsageView):
    """Where a record is used."""


class OwnInspectView(OfOwnPlace, InspectView):
    """A record to be looked at."""


class OwnFilterSet(WagtailFilterSet):
    """Filters of a list: each department once, by its name in the default language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.form.fields, ("department", "departments"))


class OwnIndexView(IndexView):
    """A list of records of departments."""

    base_filterset_class = OwnFilterSet
