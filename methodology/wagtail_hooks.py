"""The department's records in the admin, in a menu group of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from methodology.viewsets import AudienceViewSet, CategoryViewSet, LibraryViewSet, TrainingViewSet


class MethodologyViewSetGroup(SnippetViewSetGroup):
    """Libraries, trainings and what materials are sorted by."""

    menu_label = _("Методическа дейност")
    menu_icon = "clipboard-list"
    menu_order = 300
    items = (LibraryViewSet, TrainingViewSet, CategoryViewSet, AudienceViewSet)


register_snippet(MethodologyViewSetGroup)
