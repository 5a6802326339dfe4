"""The department's records in the admin, in a menu group of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from methodology import training_hooks, viewsets  # noqa: F401 - the hooks register themselves
from methodology.models import Administration, Library, Person, Post, Training
from methodology.policies import register_policies


class MethodologyViewSetGroup(SnippetViewSetGroup):
    """The network and its people, the department's work with them, and what records are sorted by."""

    menu_label = _("Методическа дейност")
    menu_icon = "clipboard-list"
    menu_order = 300
    items = (
        viewsets.LibraryViewSet,
        viewsets.PersonViewSet,
        viewsets.PostViewSet,
        viewsets.AdministrationViewSet,
        viewsets.TrainingViewSet,
        viewsets.QuestionSetViewSet,
        viewsets.TopicViewSet,
        viewsets.CategoryViewSet,
        viewsets.AudienceViewSet,
        viewsets.MunicipalExpertViewSet,
    )


# The registry of snippets asks for the policies at once.
register_policies(Library, Person, Post, Administration, Training)
register_snippet(MethodologyViewSetGroup)
