"""How records of hours and closures are saved: looked at before, told in the history, once on a day."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView

from events.forms.looks import LooksForm
from events.views.own_places import OfOwnPlace
from events.wording.records import told
from pages import versions


class Looks:
    """A form that can be looked at with what it would do, without saving anything."""

    produced_error_message: str | None = None

    def is_valid(self, form: LooksForm) -> bool:
        """Whether to save; a look is never saved and is no error."""
        valid: bool = super().is_valid(form)  # type: ignore[misc]
        if form.looks_only and valid:
            self.produced_error_message = None
        return valid and not form.looks_only


class Tells:
    """Writes into the history what a record said before and what it says now."""

    form: LooksForm
    request: Any
    model: Any
    action_class: Any
    log_action = "wagtail.edit"

    def save_instance(self) -> Any:
        """Save the form as Wagtail does, with a fuller line in the log."""
        saved = self.model.objects.filter(pk=self.form.instance.pk).first()
        before, changed = told(saved), self.form.has_changed()
        action = self.action_class(
            self.form.instance, user=self.request.user, form=self.form, log_action=False
        )
        action.execute(skip_permission_checks=True)
        record = self.model.objects.get(pk=self.form.instance.pk)
        data = {"before": before, "after": told(record)}
        log(record, self.log_action, user=self.request.user, content_changed=changed, data=data)
        return self.form.instance


class SavesOnce:
    """Turns the refusal of the database into an error at the field, with everything typed kept."""

    def form_valid(self, form: LooksForm) -> HttpResponse:
        """Save; when another has been faster, the form looks anew and finds what stands there now.

        Of two editors of hours the second waits here until the first has saved: no constraint of a database
        that all of them know could tell that two seasons overlap.
        """
        try:
            with transaction.atomic():
                versions.bump("hours")
                form.instance.clean()
                saved: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except ValidationError as problem:
            form.add_error(None, problem)
        except IntegrityError:
            form.full_clean()
            if not form.errors:
                text = _("Някой друг запази същото по същото време. Прегледайте и запазете отново.")
                form.add_error(None, text)
        else:
            return saved
        self.is_valid(form)  # type: ignore[attr-defined]
        refused: HttpResponse = self.form_invalid(form)  # type: ignore[attr-defined]
        return refused


class HoursCreateView(Looks, Tells, SavesOnce, CreateView):
    """New hours or a new exception."""

    log_action = "wagtail.create"


class HoursEditView(OfOwnPlace, Looks, Tells, SavesOnce, EditView):
    """Hours or an exception that are changed."""
