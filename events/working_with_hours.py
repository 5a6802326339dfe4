"""Who may do what about hours: Django's permissions, and of which departments.

Whoever oversees the library works with the hours of all departments and of the library itself. Everybody
else works with those of the departments of which they are named head, and with no others.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import ModelLogEntry

if TYPE_CHECKING:
    from events.models import Closure

OVERSEE = "events.oversee_department"
# Closing wholly adds a closure; closing at an hour adds or changes an exception.
TO_CLOSE_TODAY = (
    *("events.add_closure", "events.change_closure"),
    *("events.add_openingexception", "events.change_openingexception"),
)
TO_DECIDE_HOLIDAYS = ("events.add_closure", "events.change_closure", OVERSEE)
# Whoever may work with any of these may ask why a day is as it is.
WORK = tuple(
    f"events.{action}_{model}"
    for model in ("closure", "openinghours", "openingexception", "service")
    for action in ("add", "change", "delete", "view")
)


def own_departments(user: Any) -> frozenset[str] | None:
    """The slugs of the departments that a person heads; None for whoever oversees all of them."""
    if user.has_perm(OVERSEE):
        return None
    if not hasattr(user, "_own_departments"):
        from events.models import Department

        # The rows of other languages are copies: who is taken off the first list is off.
        rows = Department.objects.filter(heads=user.pk, locale__language_code=settings.LANGUAGE_CODE)
        user._own_departments = frozenset(rows.values_list("slug", flat=True))
    found: frozenset[str] = user._own_departments
    return found


def works_somewhere(user: Any) -> bool:
    """Whether a person heads a department or oversees all."""
    own = own_departments(user)
    return own is None or bool(own)


def may_work_on(user: Any, record: Any) -> bool:
    """Whether a saved record speaks only for departments of a person; what is of the library does not."""
    own = own_departments(user)
    if own is None:
        return True
    places = places_of(record)
    return bool(places) and own.issuperset(places)


def is_of_own(user: Any, entry: ModelLogEntry) -> bool:
    """Whether an entry of the log is of a record that a person works on; one that is gone is nobody's."""
    if own_departments(user) is None:
        return True
    model = entry.content_type.model_class()
    record = model._default_manager.filter(pk=entry.object_id).first() if model else None
    return record is not None and may_work_on(user, record)


def places_of(record: Any) -> Collection[str]:
    """The slugs of the departments that a saved record speaks for; empty for the whole library."""
    if hasattr(record, "heads"):
        return [record.slug]
    if hasattr(record, "departments"):
        return [one.slug for one in record.departments.all()]
    return [record.department.slug] if record.department else []


def own_records(user: Any, records: QuerySet[Any]) -> QuerySet[Any]:
    """The records, of hours, closures, services or departments, that a person may work on."""
    own = own_departments(user)
    if own is None:
        return records
    names = {field.name for field in records.model._meta.get_fields()}
    if "heads" in names:
        return records.filter(slug__in=own)
    if "departments" not in names:
        return records.filter(department__slug__in=own)
    places = records.model.departments.through.objects.filter(closure=OuterRef("pk"))
    return records.filter(Exists(places)).exclude(Exists(places.exclude(department__slug__in=own)))


def may_close(user: Any) -> bool:
    """Whether a person may close today, and take it back."""
    return bool(user.has_perms(TO_CLOSE_TODAY)) and works_somewhere(user)


def may_decide_state(user: Any, closure: "Closure | None" = None) -> bool:
    """Whether a person may confirm and withdraw a saved closure; without one, any at all."""
    if not user.has_perm("events.change_closure"):
        return False
    return works_somewhere(user) if closure is None else may_work_on(user, closure)


def may_decide_holidays(user: Any) -> bool:
    """Whether a person may decide about the holidays of a year: they close the whole library."""
    return bool(user.has_perms(TO_DECIDE_HOLIDAYS))


def may_see_hours(user: Any) -> bool:
    """Whether a person works with hours or closures in any way."""
    return any(user.has_perm(permission) for permission in WORK)
