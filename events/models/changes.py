"""What an editor changed about one date of an event."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from events.models.limits import ENDS_BEFORE, Errors, raise_all, year_errors
from events.planning import Change, ChangeKind
from events.recurrence import to_wall

MAX_CHANGES = 200


class OccurrenceChange(TranslatableMixin, Orderable):
    """One date cancelled, moved, postponed, added, or with a note."""

    class Kind(models.TextChoices):
        CANCELLED = "cancelled", _("отменена")
        MOVED = "moved", _("преместена")
        POSTPONED = "postponed", _("отложена")
        EXTRA = "extra", _("допълнителна дата")
        NOTE = "note", _("с бележка")

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="changes")

    kind = models.CharField(_("промяна"), max_length=10, choices=Kind.choices, default=Kind.CANCELLED)
    recurrence_id = models.DateTimeField(
        _("дата, която се променя"),
        null=True,
        blank=True,
        help_text=_("Както е по правилото, преди промяната. За допълнителна дата оставете празно."),
    )
    reason = models.CharField(_("причина"), max_length=200, blank=True)
    new_start = models.DateTimeField(_("ново начало"), null=True, blank=True)
    new_end = models.DateTimeField(_("нов край"), null=True, blank=True)
    location = models.CharField(_("друго място"), max_length=160, blank=True)
    note = models.CharField(_("бележка"), max_length=300, blank=True)
    despite_closure = models.BooleanField(
        _("провежда се, макар че е затворено"),
        default=False,
        help_text=_("Затваряне не отменя тази дата и за нея повече не се пита."),
    )

    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("kind", "recurrence_id", "new_start", "new_end", "despite_closure")
    ]
    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("recurrence_id")]),
        FieldPanel("reason"),
        FieldRowPanel([FieldPanel("new_start"), FieldPanel("new_end")]),
        FieldPanel("location"),
        FieldPanel("note"),
        FieldPanel("despite_closure"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("промяна на дата")
        verbose_name_plural = _("промени на дати")

    def __str__(self) -> str:
        moment = self.recurrence_id or self.new_start
        return f"{to_wall(moment):%d.%m.%Y, %H:%M}: {self.get_kind_display()}" if moment else ""

    def clean(self) -> None:
        super().clean()
        times = {"recurrence_id": self.recurrence_id, "new_start": self.new_start, "new_end": self.new_end}
        raise_all(year_errors(times) or self._missing_errors() or self._order_errors())

    def _missing_errors(self) -> Errors:
        if self.kind == self.Kind.EXTRA and self.new_start is None:
            return {"new_start": ValidationError(_("Въведете кога е допълнителната дата."), code="missing")}
        if self.kind != self.Kind.EXTRA and self.recurrence_id is None:
            return {"recurrence_id": ValidationError(_("Въведете коя дата се променя."), code="missing")}
        if self.kind == self.Kind.MOVED and self.new_start is None and not self.location:
            return {
                "new_start": ValidationError(
                    _("Въведете новото начало. Ако се премества само мястото, въведете другото място."),
                    code="missing",
                )
            }
        return {}

    def _order_errors(self) -> Errors:
        if self.new_end and self.new_start is None:
            return {"new_start": ValidationError(_("Има нов край, но няма ново начало."), code="missing")}
        if self.new_end and self.new_start and self.new_end < self.new_start:
            return {"new_end": ValidationError(ENDS_BEFORE, code="ends-before")}
        return {}

    def as_change(self) -> Change | None:
        """The change as the plain rules take it; None when it names no date."""
        moment = self.recurrence_id or self.new_start
        if moment is None:
            return None
        return Change(
            ChangeKind(self.kind),
            to_wall(moment),
            self.reason,
            to_wall(self.new_start) if self.new_start else None,
            to_wall(self.new_end) if self.new_end else None,
            self.location,
            self.note,
            self.despite_closure,
        )
