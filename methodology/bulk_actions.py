"""What can be done with many records at once."""

from typing import Any

from django.utils import timezone
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from methodology.actions.finish_follow_ups import FinishFollowUps
from methodology.models import FollowUp


class FinishFollowUpsBulkAction(SnippetBulkAction):
    """Marks the chosen follow-ups as done today."""

    display_name = _("Направено")
    aria_label = _("Отбелязване на избраните като направени")
    action_type = "finish"
    template_name = "methodology/admin/finish_follow_ups.html"
    action_priority = 10

    @classproperty
    def models(cls) -> list[Any]:
        """Only for follow-ups."""
        return [FollowUp]

    def check_perm(self, snippet: Any) -> bool:
        """Allow it for the records the person may change."""
        policy = self.permission_policy
        return bool(policy.user_has_permission_for_instance(self.request.user, "change", snippet))

    @classmethod
    def execute_action(cls, objects: list[FollowUp], **kwargs: Any) -> tuple[int, int]:
        """Mark them."""
        view = kwargs["self"]
        chosen = FollowUp.objects.filter(pk__in=[row.pk for row in objects])
        done = FinishFollowUps(chosen, timezone.localdate(), user=view.request.user).execute()
        return done, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Say how many."""
        text = ngettext(
            "Отбелязана е %(number)s задача.", "Отбелязани са %(number)s задачи.", num_parent_objects
        )
        return text % {"number": num_parent_objects}
