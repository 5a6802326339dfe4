"""Steps taken for several trainings at once, from their list."""

from typing import Any

from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from methodology.actions.refused import Refused
from methodology.actions.stage import Hold, OpenRegistration, Step
from methodology.models import Training


class BulkStep(SnippetBulkAction):
    """A step for every chosen training that allows it; the others are named with what stands in the way."""

    models = [Training]
    template_name = "methodology/admin/confirm_bulk_step.html"
    step: type[Step]

    def check_perm(self, obj: Training) -> bool:
        """Tell whether the person may change a training."""
        allowed: bool = self.permission_policy.user_has_permission_for_instance(
            self.request.user, "change", obj
        )
        return allowed

    @classmethod
    def execute_action(cls, objects: list[Training], **kwargs: Any) -> tuple[int, int]:
        """Return how many took the step."""
        taken = 0
        for training in objects:
            try:
                cls.step(training).execute()
                taken += 1
            except Refused as refused:
                messages.error(kwargs["self"].request, f"{training.title}: {refused}")
        return taken, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Say how many."""
        words = ngettext(
            "Променено е %(number)s обучение.", "Променени са %(number)s обучения.", num_parent_objects
        )
        return words % {"number": num_parent_objects}


class BulkOpen(BulkStep):
    """Opens registrations."""

    step = OpenRegistration
    action_type = "open_registration"
    display_name = gettext_lazy("Отворете записването")
    aria_label = gettext_lazy("Отворете записването за избраните обучения")


class BulkHold(BulkStep):
    """Marks trainings as held."""

    step = Hold
    action_type = "hold"
    display_name = gettext_lazy("Проведено е")
    aria_label = gettext_lazy("Отбележете избраните обучения като проведени")
