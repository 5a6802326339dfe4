"""The choice of a department in a form, by who fills it in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.working_with_hours import own_departments

NEEDED = _("Изберете отдел, който завеждате. За цялата библиотека решават редакторите.")


def only_own_departments(field: Any, user: Any) -> None:
    """Offer a head of department their own departments, one of which has to be chosen; others keep all."""
    own = own_departments(user) if user is not None else None
    if own is None:
        return
    field.queryset = field.queryset.filter(slug__in=own)
    field.required = True
    field.error_messages["required"] = NEEDED
    # Said to those who may leave it empty.
    field.help_text = ""
    if hasattr(field, "empty_label"):
        field.empty_label = None
