"""Forms whose records may shut doors: they show which dates of events that hits before anything is saved."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.looks import LooksForm

if TYPE_CHECKING:
    from events.models.affected import Hit

# What the form sends beside its fields: that the hits were seen.
SEEN = "hits-seen"


class HitsForm(LooksForm):
    """A record that hits more dates of events than before asks whether they were seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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
        """Whether the record is in force once it is saved."""
        return True

    @property
    def was_in_force(self) -> bool:
        """Whether the saved record is in force already."""
        return self.instance.pk is not None

    @property
    def shows_hits(self) -> bool:
        """Whether the dates that are hit are to be listed."""
        return self.is_bound and not self.errors.get(self.day_field) and self.day is not None

    # The field of the first day.
    day_field = "date"

    @property
    def day(self) -> Any:
        """The first day, as it stands in the form."""
        return getattr(self.instance, self.day_field)

    @cached_property
    def hits(self) -> "list[Hit]":
        """The coming dates that the record, as it stands in the form, hits or would hit once in force."""
        from events.models.affected import hits_of

        return hits_of(self.instance, self.scope)

    def _hit_by_saved(self) -> set[int]:
        """The dates that are hit already, before the form changes anything."""
        from events.models.affected import events_hit_by

        if not (self.is_bound and self.was_in_force):
            return set()
        saved = type(self.instance)._default_manager.get(pk=self.instance.pk)
        return {row.pk for row in events_hit_by(saved)}
