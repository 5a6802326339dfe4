"""The form of a training: its days fit into it and beside each other, its places hold the registered."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm

if TYPE_CHECKING:
    from django.forms import ModelForm

    from methodology.models import TrainingSession


class TrainingForm(WagtailAdminModelForm):
    """Checks the rows of days once the training's own dates are right."""

    def clean_capacity(self) -> int | None:
        """Refuse fewer places than are already taken."""
        capacity: int | None = self.cleaned_data.get("capacity")
        if capacity and self.instance.pk:
            taken = self.instance.registrations.confirmed().count()
            if taken > capacity:
                message = ngettext(
                    "Вече е записан %(taken)s човек. Местата не може да са по-малко.",
                    "Вече са записани %(taken)s души. Местата не може да са по-малко.",
                    taken,
                )
                raise ValidationError(message % {"taken": taken}, code="capacity")
        return capacity

    def is_valid(self) -> bool:
        """Check the days against the training and against each other."""
        valid: bool = super().is_valid()
        if not valid or "sessions" not in self.formsets:
            return valid
        rows = [row for row in self.formsets["sessions"].forms if self._stays(row)]
        # Every row gets its error, not only the first that is wrong.
        fitting = [self._fits(row, rows[:number]) for number, row in enumerate(rows)]
        return all(fitting)

    def _stays(self, row: "ModelForm[Any]") -> bool:
        deleted = row in self.formsets["sessions"].deleted_forms
        return not deleted and (row.has_changed() or bool(row.instance.pk)) and row.instance.day is not None

    def _fits(self, row: "ModelForm[Any]", earlier: "list[ModelForm[Any]]") -> bool:
        session: TrainingSession = row.instance
        training = self.instance
        if not training.start_date <= session.day <= training.last_day:
            row.add_error("day", _("Денят е извън обучението. Поправете го или дните на обучението."))
            return False
        if any(session.overlaps(other.instance) for other in earlier):
            row.add_error("start_time", _("По това време вече има друг учебен ден. Поправете часовете."))
            return False
        return True
