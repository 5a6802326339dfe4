"""What materials are sorted by, in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from methodology.models import MaterialAudience, MaterialCategory


class CategoryViewSet(SnippetViewSet):
    """Categories of materials."""

    model = MaterialCategory
    icon = "folder-open-inverse"
    menu_label = _("Категории материали")
    list_display = ("name", "slug", "sort_order")


class AudienceViewSet(SnippetViewSet):
    """Audiences of materials."""

    model = MaterialAudience
    icon = "group"
    menu_label = _("За кого са материалите")
    list_display = ("name", "slug", "sort_order")
