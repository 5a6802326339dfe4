"""The form of a department: its heads by their names."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm


class HeadsForm(WagtailAdminModelForm):
    """Offers the people who may sign in, as their colleagues know them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields.get("heads")
        if field:
            field.queryset = field.queryset.filter(is_active=True).order_by("first_name", "last_name", "pk")
            field.label_from_instance = named


def named(user: Any) -> str:
    """The name of a person, or the one by which they sign in."""
    return str(user.get_full_name() or user.get_username())
