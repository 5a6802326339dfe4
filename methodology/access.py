"""Whose records a member of the staff sees: the whole network, or some municipalities only."""

from collections.abc import Collection
from typing import Any

from django.apps import apps

# Whoever keeps the records sees all of them; so does whoever is asked to oversee the network.
WHOLE_NETWORK = (
    "methodology.add_library",
    "methodology.change_library",
    "methodology.delete_library",
    "methodology.oversee_library",
)


def sees_whole_network(user: Any) -> bool:
    """Tell whether somebody may see the records of every municipality; asks nothing anew in a request."""
    return any(user.has_perm(name) for name in WHOLE_NETWORK)


def may_see_surveys(user: Any) -> bool:
    """Tell whether somebody may see results of surveys: answers belong to no municipality."""
    may_see = any(user.has_perm(f"methodology.{action}_training") for action in ("add", "change", "view"))
    return may_see and sees_whole_network(user)


def visible_municipalities(user: Any) -> Collection[int] | None:
    """Return the keys of the municipalities whose records somebody may see; None means all of them."""
    if sees_whole_network(user):
        return None
    if not hasattr(user, "_own_municipalities"):
        expert = apps.get_model("methodology.MunicipalExpert")
        rows = expert._default_manager.filter(user=user.pk, municipalities__isnull=False)
        user._own_municipalities = frozenset(rows.values_list("municipalities", flat=True))
    own: frozenset[int] = user._own_municipalities
    return own
