"""Municipalities and settlements with their official codes."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from pages.bulgarian import slugify, transliterate
from pages.languages import in_language

EKATTE = RegexValidator(r"^[0-9]{5}$", _("Кодът по ЕКАТТЕ има пет цифри, например 00697."))


class Place(models.Model):
    """A name in both languages; the Latin one is a transliteration until somebody writes another."""

    name = models.CharField(_("име"), max_length=80)
    name_en = models.CharField(
        _("име на английски"),
        help_text=_("Ако е празно, се изписва с латински букви по Закона за транслитерацията."),
        max_length=80,
        blank=True,
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fill in the Latin name."""
        self.name_en = self.name_en or transliterate(self.name)
        super().save(*args, **kwargs)

    @property
    def display_name(self) -> str:
        """The name in the active language."""
        return in_language(self, "name")


class Municipality(index.Indexed, Place):
    """A municipality (община)."""

    slug = models.SlugField(_("адрес"), max_length=80, unique=True, blank=True)
    code = models.CharField(
        _("код на общината"),
        max_length=5,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Z]{3}[0-9]{2}$", _("Кодът има три латински букви и две цифри, например SZR31.")
            )
        ],
    )
    ekatte = models.CharField(_("ЕКАТТЕ на центъра"), max_length=5, blank=True, validators=[EKATTE])

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("name")]

    class Meta:
        verbose_name = _("община")
        verbose_name_plural = _("общини")
        ordering = ["name"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fill in the slug."""
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **kwargs)


class Settlement(index.Indexed, Place):
    """A town, a village or a monastery with a code in the register of settlements."""

    class Kind(models.TextChoices):
        TOWN = "town", _("гр.")
        VILLAGE = "village", _("с.")
        MONASTERY = "monastery", _("ман.")

    ekatte = models.CharField(_("ЕКАТТЕ"), max_length=5, unique=True, validators=[EKATTE])
    kind = models.CharField(_("вид"), max_length=10, choices=Kind, default=Kind.VILLAGE)
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("община"), on_delete=models.PROTECT, related_name="settlements"
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("name"),
        index.FilterField("municipality_id"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("населено място")
        verbose_name_plural = _("населени места")
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"
