"""In the form of a material: whether the search reads its files, and how often they were taken."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.utils import timezone
from wagtail.admin.panels import Panel

if TYPE_CHECKING:
    from methodology.models import FileText, MaterialFile

A_MONTH = timedelta(days=30)


class FileState(NamedTuple):
    """A file with what was read in it and its downloads in the last thirty days and in all."""

    file: "MaterialFile"
    text: "FileText | None"
    lately: int
    ever: int


def states_of(page_id: int) -> list[FileState]:
    """Return the state of each file of a published material; three queries."""
    files = apps.get_model("methodology.MaterialFile").objects.filter(page=page_id)
    files = list(files.select_related("document__file_text").order_by("sort_order", "pk"))
    days = apps.get_model("methodology.DownloadDay").objects.filter(
        document__in=[file.document_id for file in files]
    )
    ever, lately = days.by_document(), days.since(timezone.localdate() - A_MONTH).by_document()
    return [
        FileState(
            file,
            getattr(file.document, "file_text", None),
            lately.get(file.document_id, 0),
            ever.get(file.document_id, 0),
        )
        for file in files
    ]


class FileStatesPanel(Panel):
    """A table to read, for a page that has been saved."""

    class BoundPanel(Panel.BoundPanel):
        """The table for one page."""

        template_name = "methodology/admin/file_states.html"

        def is_shown(self) -> bool:
            """Show it once there is a page."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add the states."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"states": states_of(self.instance.pk)}
