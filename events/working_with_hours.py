"""Who may do what about hours beyond the lists of their records."""

from typing import Any

# Closing wholly adds a closure; closing at an hour adds or changes an exception.
TO_CLOSE_TODAY = (
    *("events.add_closure", "events.change_closure"),
    *("events.add_openingexception", "events.change_openingexception"),
)
TO_DECIDE_HOLIDAYS = ("events.add_closure", "events.change_closure")
# Whoever may work with any of these may ask why a day is as it is.
WORK = tuple(
    f"events.{action}_{model}"
    for model in ("closure", "openinghours", "openingexception", "service")
    for action in ("add", "change", "delete", "view")
)


def may_close(user: Any) -> bool:
    """Whether a person may close today, and take it back."""
    return bool(user.has_perms(TO_CLOSE_TODAY))


def may_decide_state(user: Any) -> bool:
    """Whether a person may confirm and withdraw closures."""
    return bool(user.has_perm("events.change_closure"))


def may_decide_holidays(user: Any) -> bool:
    """Whether a person may decide about the holidays of a year."""
    return bool(user.has_perms(TO_DECIDE_HOLIDAYS))


def may_see_hours(user: Any) -> bool:
    """Whether a person works with hours or closures in any way."""
    return any(user.has_perm(permission) for permission in WORK)
