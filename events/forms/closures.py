"""The form of a closure: it shows which dates of events the closure hits before anything is saved."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.looks import LOOK, LooksForm
from events.forms.vocabulary import only_default_language

if TYPE_CHECKING:
    from events.models.affected import Hit

# What the form sends beside its fields: that the hits were seen, and what is decided about the closure.
SEEN = "hits-seen"
CONFIRM, WITHDRAW = "action-confirm", "action-withdraw"

__all__ = ["CONFIRM", "LOOK", "SEEN", "WITHDRAW", "ClosureForm"]


class ClosureForm(LooksForm):
    """Offers each department once; a closure that hits more dates than before asks whether they were seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.fields, ["departments"])
        if "departments" in self.fields:
            unknown = _("Няма такъв отдел на български. Изберете отдели от списъка.")
            messages = self.fields["departments"].error_messages
            messages.update(invalid_choice=unknown, invalid_pk_value=unknown)
        self._hit_before = self._hit_by_saved()

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors or self.looks_only or not self.closes or SEEN in self.data:
            return
        if {hit.row.pk for hit in self.hits} - self._hit_before:
            error = _(
                "В тези дни има събития. Прегледайте какво става с тях, отбележете, че сте ги видели, "
                "и запишете отново. Още нищо не е записано."
            )
            self.add_error(None, ValidationError(error, code="hits"))

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
    def shows_hits(self) -> bool:
        """Whether the dates that the closure hits are to be listed."""
        return self.is_bound and not self.errors.get("start_date") and self.instance.start_date is not None

    @cached_property
    def hits(self) -> "list[Hit]":
        """The coming dates that the closure, as it stands in the form, hits or would hit once confirmed."""
        from events.models.affected import hits_of

        return hits_of(self.instance, self.scope)

    def _hit_by_saved(self) -> set[int]:
        """The dates that the closure hits already, before the form changes it."""
        from events.models.affected import events_hit_by

        if not (self.is_bound and self.instance.pk and self.instance.state == "confirmed"):
            return set()
        return {row.pk for row in events_hit_by(self.instance)}
