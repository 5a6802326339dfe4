"""Forms of records of which there may be only one: somebody else may save it at the same moment."""

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.snippets import CreateView, EditView


class SavesOnce:
    """Turns the refusal of the database into an error at the field, with everything typed kept."""

    def form_valid(self, form: WagtailAdminModelForm) -> HttpResponse:
        """Save; when another has been faster, the form looks anew and finds what stands there now."""
        try:
            with transaction.atomic():
                saved: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except IntegrityError:
            form.full_clean()
            if not form.errors:
                text = _("Някой друг запази същото по същото време. Прегледайте и запазете отново.")
                form.add_error(None, text)
            self.is_valid(form)  # type: ignore[attr-defined]
            refused: HttpResponse = self.form_invalid(form)  # type: ignore[attr-defined]
            return refused
        return saved


class HoursCreateView(SavesOnce, CreateView):
    """New hours or a new exception."""


class HoursEditView(SavesOnce, EditView):
    """Hours or an exception that are changed."""
