"""Views of one record for those who work with its departments, and for nobody else."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.snippets.views.snippets import (
    CopyView,
    DeleteView,
    EditView,
    HistoryView,
    InspectView,
    UsageView,
)

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
