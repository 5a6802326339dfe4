"""Sets of questions in the admin: a set in use is edited as its next version."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from methodology.actions.surveys import ReviseQuestions
from methodology.models import QuestionSet


class QuestionSetEditView(EditView):
    """Saves changes of a set that has been asked as a new version, and says so."""

    revised = False

    def save_instance(self) -> Any:
        """Return what was saved: the set itself, or its next version."""
        if not self.object.is_in_use:
            return super().save_instance()
        self.revised = True
        return ReviseQuestions(self.form.save(commit=False)).execute()

    def get_success_message(self) -> str:
        """Say where the changes went."""
        if self.revised:
            return _("По тези въпроси вече е питано, затова промените са записани като нова версия.")
        return str(super().get_success_message())


class QuestionSetViewSet(SnippetViewSet):
    """Sets of questions."""

    model = QuestionSet
    icon = "form"
    menu_label = gettext_lazy("Набори от въпроси")
    edit_view_class = QuestionSetEditView
    list_display = (
        "name",
        Column("version", label=gettext_lazy("Версия"), sort_key="version"),
        Column("get_purpose_display", label=gettext_lazy("Кога"), sort_key="purpose"),
        BooleanColumn("is_in_use", label=gettext_lazy("По нея е питано")),
    )
    list_per_page = 50
    ordering = ("name", "-version")
    search_fields = ("name",)
