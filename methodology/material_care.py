"""Whose care the materials are, and what on them is due; on the dashboard and in the report."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from methodology.models import MaterialPage
from methodology.querysets import MaterialQuerySet

REVIEW_AHEAD = timedelta(days=30)
SHOWN = 8


def cared_for(user: Any) -> MaterialQuerySet:
    """Return the published Bulgarian materials that somebody may edit; translations follow them."""
    editable: Any = page_permission_policy.instances_user_has_permission_for(user, "change")
    found: MaterialQuerySet = MaterialPage.objects.live().in_language("bg")
    return found.filter(pk__in=editable.values("pk"))


class MaterialsPanel(Component):
    """The materials to look through again, and the files that the search cannot read."""

    name = "methodology_materials"
    template_name = "methodology/admin/materials_panel.html"
    order = 65

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return what is due for this person: two queries beside that for the rights."""
        request: HttpRequest = parent_context["request"]
        mine = cared_for(request.user)
        return {
            "due": list(mine.due_for_review(REVIEW_AHEAD).by_review()[:SHOWN]),
            "unread": list(mine.with_unread_files().order_by("title")[:SHOWN]),
            "today": timezone.localdate(),
        }
