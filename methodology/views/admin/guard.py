"""Whose training it is: every screen, sheet and export asks here before it shows anything."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.permissions import policy_registry

from methodology.models import Training
from methodology.policies import ANY_ACTION


def seen_training(request: HttpRequest, pk: int) -> Training:
    """Return a training that the person may see; others do not learn whether it exists."""
    policy = policy_registry.get_by_type(Training)
    if not policy.user_has_any_permission(request.user, ANY_ACTION):
        raise PermissionDenied
    training: Training = get_object_or_404(Training.objects.visible_to(request.user), pk=pk)
    return training


def own_training(request: HttpRequest, pk: int) -> Training:
    """Return a training that the person may change."""
    training = seen_training(request, pk)
    if not may_change(request, training):
        raise PermissionDenied
    return training


def may_change(request: HttpRequest, training: Training) -> bool:
    """Tell whether the person may change a training."""
    policy = policy_registry.get_by_type(Training)
    return bool(policy.user_has_permission_for_instance(request.user, "change", training))
