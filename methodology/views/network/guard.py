"""Whose record it is: every screen of the network asks here before it shows or changes anything."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.permissions import policy_registry

from methodology.policies import ANY_ACTION

Record = TypeVar("Record", bound=Model)


def require(request: HttpRequest, model: type[Model], *actions: str) -> None:
    """Refuse whoever has none of the permissions on the model."""
    if not may(request, model, *actions):
        raise PermissionDenied


def may(request: HttpRequest, model: type[Model], *actions: str) -> bool:
    """Tell whether the person has any of the permissions on the model."""
    return bool(policy_registry.get_by_type(model).user_has_any_permission(request.user, actions))


def seen(request: HttpRequest, model: type[Record], pk: int, *related: str) -> Record:
    """Return a record the person may see; others do not learn whether it exists."""
    require(request, model, *ANY_ACTION)
    records: Any = model._default_manager
    visible = records.visible_to(request.user).select_related(*related)
    record: Record = get_object_or_404(visible, pk=pk)
    return record


def own(request: HttpRequest, model: type[Record], pk: int, action: str = "change") -> Record:
    """Return a record the person may change."""
    record = seen(request, model, pk)
    policy = policy_registry.get_by_type(model)
    if not policy.user_has_permission_for_instance(request.user, action, record):
        raise PermissionDenied
    return record
