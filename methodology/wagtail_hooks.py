"""The department's records in the admin, in a menu group of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from methodology import material_hooks, network_hooks, training_hooks, viewsets  # noqa: F401 - they register themselves
from methodology.models import (
    Administration,
    Consultation,
    Cooperation,
    FollowUp,
    Library,
    Person,
    Post,
    Training,
    Visit,
)
from methodology.policies import register_policies


class MethodologyViewSetGroup(SnippetViewSetGroup):
    """The network and its people, the department's work with them, and what records are sorted by."""

    # As long as the sidebar can show whole.
    menu_label = _("Методика")
    menu_icon = "clipboard-list"
    menu_order = 300
    items = (
        viewsets.LibraryViewSet,
        viewsets.PersonViewSet,
        viewsets.PostViewSet,
        viewsets.ConsultationViewSet,
        viewsets.VisitViewSet,
        viewsets.FollowUpViewSet,
        viewsets.TrainingViewSet,
        viewsets.CooperationViewSet,
        viewsets.AdministrationViewSet,
        viewsets.QuestionSetViewSet,
        viewsets.TopicViewSet,
        viewsets.CategoryViewSet,
        viewsets.AudienceViewSet,
        viewsets.MunicipalExpertViewSet,
    )

    def get_submenu_items(self) -> list[MenuItem]:
        """Put the department at a glance and the one-line form first."""
        return [*network_hooks.first_items(), *super().get_submenu_items()]


# The registry of snippets asks for the policies at once.
register_policies(Library, Person, Post, Administration, Training)
register_policies(Consultation, Visit, Cooperation, FollowUp)
register_snippet(MethodologyViewSetGroup)
