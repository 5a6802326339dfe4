"""The policy by which Wagtail's own views let somebody work on hours, closures and departments."""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from events.working_with_hours import may_work_on, own_records, works_somewhere


class DepartmentPolicy(ModelPermissionPolicy):
    """Django's permissions on a model, within the departments of a person."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether a person may do something with any record at all."""
        return bool(super().user_has_permission(user, action)) and works_somewhere(user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether a person may do something with this record."""
        return self.user_has_permission(user, action) and may_work_on(user, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any]:
        """The records with which a person may do any of some things."""
        return own_records(user, super().instances_user_has_any_permission_for(user, actions))


def register_policies(*models: type[Model]) -> None:
    """Put models under the policy; before Wagtail asks for theirs."""
    for model in models:
        register_permission_policy(model, DepartmentPolicy(model))
