"""The list of synonyms for editors; a word looked for in vain can be brought along in the address."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from pages.models import SynonymGroup

BROUGHT = "words"


class SynonymCreateView(CreateView):
    """The form for a new group, which may begin with a word from the report of searches."""

    def get_initial_form_instance(self) -> Model:
        """Return an empty group, or one with the word that the address brings."""
        instance: Model = super().get_initial_form_instance() or SynonymGroup()
        instance.words = self.request.GET.get(BROUGHT, "")[:100]  # type: ignore[attr-defined]
        return instance


class SynonymViewSet(SnippetViewSet):
    """Synonyms of the search."""

    model = SynonymGroup
    icon = "search"
    menu_label = _("Синоними за търсенето")
    add_view_class = SynonymCreateView
    list_display = [Column("__str__", label=_("Думи"))]
    search_fields = ["words"]
    ordering = ["words"]
    panels = [FieldPanel("words")]
