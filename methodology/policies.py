"""Permission for each single record: what Django's permissions allow, within what the person may see."""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

ANY_ACTION = ("add", "change", "delete", "view")


class ScopedPolicy(ModelPermissionPolicy):
    """For models whose queryset knows `visible_to`."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        """Allow what the permission allows on a record the person sees."""
        return bool(self.user_has_permission(user, action)) and self.sees(user, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any]:
        """Return the records the person sees, none without a permission."""
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        return self.model._default_manager.visible_to(user)

    def sees(self, user: Any, instance: Model) -> bool:
        """Tell whether the record is among those the person sees."""
        return bool(self.model._default_manager.filter(pk=instance.pk).visible_to(user).exists())


def register_policies(*models: type[Model]) -> None:
    """Register the policy; it has to happen before anything asks for the policy of these models."""
    for model in models:
        register_permission_policy(model, ScopedPolicy(model))
