"""The form of a closure: when, why, of what, and what becomes of it by the button that was pressed."""

from typing import TYPE_CHECKING, Any

from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from events.forms.hits import SEEN, HitsForm
from events.forms.looks import LOOK
from events.forms.own_places import only_own_departments
from events.forms.vocabulary import only_default_language

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from events.models import ClosureTemplate

# What the form sends beside its fields: what is decided about the closure, and whose words it is to get.
CONFIRM, WITHDRAW = "action-confirm", "action-withdraw"
TEMPLATE = "use-template"

__all__ = ["CONFIRM", "LOOK", "SEEN", "TEMPLATE", "WITHDRAW", "ClosureForm"]


class ClosureForm(HitsForm):
    """Offers each department once, and knows what the pressed button decides."""

    day_field = "start_date"

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(_with_words(data), *args, **kwargs)
        only_default_language(self.fields, ["departments"])
        if "departments" in self.fields:
            only_own_departments(self.fields["departments"], self.for_user)
            unknown = _("Няма такъв отдел на български. Изберете отдели от списъка.")
            messages = self.fields["departments"].error_messages
            messages.update(invalid_choice=unknown, invalid_pk_value=unknown)

    def full_clean(self) -> None:
        """Taking words from a template is no attempt to save: what is not filled in yet is no error."""
        if not self.takes_words:
            super().full_clean()
            return
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    @property
    def takes_words(self) -> bool:
        """Whether the editor wants the words of a template and saves nothing."""
        return self.is_bound and TEMPLATE in self.data

    @property
    def looks_only(self) -> bool:
        """Whether nothing is to be saved."""
        return self.takes_words or super().looks_only

    @property
    def templates(self) -> "list[ClosureTemplate]":
        """The templates whose words a new closure may get."""
        return [] if self.instance.pk else list(_templates())

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


def _templates() -> "QuerySet[ClosureTemplate]":
    from events.models import ClosureTemplate

    return ClosureTemplate.objects.all()


def _with_words(data: Any) -> Any:
    """What was typed, with the words of the template whose button was pressed; its days stay."""
    asked = data.get(TEMPLATE, "") if data else ""
    template = _templates().filter(pk=asked).first() if asked.isdecimal() and asked.isascii() else None
    if template is None:
        return data
    filled = data.copy()
    for name, value in template.fields.items():
        filled[name] = value
    return filled
