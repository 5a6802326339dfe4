"""The form of a closure: when, why, of what, and what becomes of it by the button that was pressed."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.forms.hits import SEEN, HitsForm
from events.forms.looks import LOOK
from events.forms.vocabulary import only_default_language

# What the form sends beside its fields: what is decided about the closure.
CONFIRM, WITHDRAW = "action-confirm", "action-withdraw"

__all__ = ["CONFIRM", "LOOK", "SEEN", "WITHDRAW", "ClosureForm"]


class ClosureForm(HitsForm):
    """Offers each department once, and knows what the pressed button decides."""

    day_field = "start_date"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.fields, ["departments"])
        if "departments" in self.fields:
            unknown = _("Няма такъв отдел на български. Изберете отдели от списъка.")
            messages = self.fields["departments"].error_messages
            messages.update(invalid_choice=unknown, invalid_pk_value=unknown)

    @property
    def closes(self) -> bool:
        """Whether the closure is in force once it is saved."""
        if self.is_bound and CONFIRM in self.data:
            return True
        withdrawn = self.is_bound and WITHDRAW in self.data
        return self.instance.state == "confirmed" and not withdrawn

    @property
    def scope(self) -> list[str]:
        """The slugs of the chosen departments."""
        return [one.slug for one in self.cleaned_data.get("departments", ())]

    @property
    def is_in_force(self) -> bool:
        """A look shows what a proposal would do once it is confirmed."""
        return self.instance.state != "withdrawn"

    @property
    def was_in_force(self) -> bool:
        """Whether the saved closure closes already."""
        return self.instance.pk is not None and self.instance.state == "confirmed"
