"""Forms that can be looked at with what they would do, before anything is saved."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from wagtail.admin.forms import WagtailAdminModelForm

if TYPE_CHECKING:
    from events.previews import Month

# What the button of the look sends beside the fields.
LOOK = "check-hits"


class LooksForm(WagtailAdminModelForm):
    """A form with a button that shows what saving would change, and saves nothing."""

    data: Any

    @property
    def looks_only(self) -> bool:
        """Whether the editor wants to see the effects and save nothing."""
        return self.is_bound and LOOK in self.data

    @property
    def scope(self) -> list[str]:
        """The slugs of the departments the record speaks for; empty for the library."""
        department = self.cleaned_data.get("department")
        return [department.slug] if department else []

    @property
    def is_in_force(self) -> bool:
        """Whether the record would change anything once it is saved."""
        return True

    @cached_property
    def month(self) -> "Month | None":
        """The coming month with what stands in the form; None unless it was looked at and could be saved."""
        from events.previews import month_with

        if not self.is_bound or LOOK not in self.data or self.errors:
            return None
        return month_with(self.instance, self.scope, self.is_in_force)
