"""Where else an event takes place, and what a place says about itself."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from events.models.limits import Errors, raise_all

MAX_PLACES = 20
EMPTY = _("Мястото е празно. Въведете име, адрес или населено място, или изтрийте реда.")


class Where(NamedTuple):
    """A place in words, in the active language; any of them may be empty."""

    name: str
    address: str
    settlement: str
    municipality: str

    @property
    def text(self) -> str:
        """„Читалище „Просвета“, с. Гита“; the municipality only where no settlement is known."""
        area = str(_("община %(name)s") % {"name": self.municipality}) if self.municipality else ""
        return ", ".join(filter(None, [self.name, self.address, self.settlement or area]))


class Location:
    """What a model with a settlement and a municipality says of them; the fields are its own."""

    municipality: Any
    municipality_id: int | None
    settlement: Any

    def settle(self) -> Errors:
        """Fill in the municipality of the settlement; an error when the two disagree."""
        if self.settlement is None:
            return {}
        if self.municipality_id is None:
            self.municipality_id = self.settlement.municipality_id
        if self.municipality_id == self.settlement.municipality_id:
            return {}
        text = _("%(settlement)s е в община %(municipality)s. Поправете едното от двете.")
        values = {"settlement": self.settlement, "municipality": self.settlement.municipality}
        return {"settlement": ValidationError(text, code="elsewhere", params=values)}

    @property
    def settlement_name(self) -> str:
        """The settlement with its kind in Bulgarian, its name alone in other languages."""
        place = self.settlement
        if place is None:
            return ""
        return str(place) if place.display_name == place.name else place.display_name

    @property
    def municipality_name(self) -> str:
        """The municipality in the active language."""
        return self.municipality.display_name if self.municipality else ""


class FurtherPlace(Location, TranslatableMixin, Orderable):
    """One more place of an event; at least one of its fields is filled in."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="further_places")
    municipality = models.ForeignKey(
        "pages.Municipality",
        verbose_name=_("община"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("По нея сайтовете на общините показват събитието."),
    )
    settlement = models.ForeignKey(
        "pages.Settlement",
        verbose_name=_("населено място"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Само ако не е в града на библиотеката. Общината се попълва по него."),
    )

    name = models.CharField(
        _("място"), max_length=160, blank=True, help_text=_("Например: „Читалище „Просвета““.")
    )
    address = models.CharField(_("адрес"), max_length=200, blank=True)

    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("municipality", "settlement")
    ]
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("address")]),
        FieldRowPanel([FieldPanel("settlement"), FieldPanel("municipality")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("друго място")
        verbose_name_plural = _("други места")

    def __str__(self) -> str:
        return self.where.text

    def clean(self) -> None:
        super().clean()
        errors = self.settle()
        if not (self.name or self.address or self.municipality_id or self.settlement_id):
            errors["name"] = ValidationError(
                EMPTY,
                code="empty",
            )
        raise_all(errors)

    @property
    def where(self) -> Where:
        """The place in words."""
        return Where(self.name, self.address, self.settlement_name, self.municipality_name)
