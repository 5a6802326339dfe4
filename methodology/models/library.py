"""The network: one record for each library."""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from methodology.querysets import LibraryQuerySet
from methodology.register.names import readable_name
from methodology.validators import validate_eik, validate_library_no, validate_phone


class LibraryKind(models.TextChoices):
    """The kinds of public library in the region's network."""

    REGIONAL = "regional", gettext_lazy("регионална")
    MUNICIPAL = "municipal", gettext_lazy("общинска")
    TOWN = "town", gettext_lazy("градска")
    CHITALISHTE = "chitalishte", gettext_lazy("читалищна")


class LibraryStatus(models.TextChoices):
    """Whether the library works."""

    ACTIVE = "active", gettext_lazy("действаща")
    CLOSED = "closed", gettext_lazy("закрита")


class Library(models.Model):
    """A library of the region; the codes are text, so that their leading zeros stay."""

    municipality = models.ForeignKey(
        "pages.Municipality",
        verbose_name=gettext_lazy("община"),
        on_delete=models.PROTECT,
        related_name="libraries",
    )
    settlement = models.ForeignKey(
        "pages.Settlement",
        verbose_name=gettext_lazy("населено място"),
        on_delete=models.PROTECT,
        related_name="libraries",
    )
    branch_of = models.ForeignKey(
        "self",
        verbose_name=gettext_lazy("филиал на"),
        on_delete=models.PROTECT,
        related_name="branches",
        null=True,
        blank=True,
    )
    kind = models.CharField(
        gettext_lazy("вид"), max_length=20, choices=LibraryKind.choices, default=LibraryKind.CHITALISHTE
    )
    status = models.CharField(
        gettext_lazy("състояние"), max_length=20, choices=LibraryStatus.choices, default=LibraryStatus.ACTIVE
    )
    name = models.CharField(
        gettext_lazy("име"),
        max_length=255,
        blank=True,
        help_text=gettext_lazy("Както се показва на читателите. Празно: образува се от името в регистъра."),
    )
    register_name = models.CharField(
        gettext_lazy("име в регистъра"),
        max_length=255,
        blank=True,
        help_text=gettext_lazy("Точно както е изписано в регистъра на читалищата."),
    )
    reg_no = models.PositiveIntegerField(
        gettext_lazy("номер на читалището"),
        unique=True,
        null=True,
        blank=True,
        error_messages={"unique": gettext_lazy("Вече има библиотека на читалище с този номер.")},
        help_text=gettext_lazy("Регистрационният номер в регистъра на читалищата."),
    )
    library_no = models.CharField(
        gettext_lazy("номер на библиотеката"),
        max_length=20,
        blank=True,
        validators=[validate_library_no],
        help_text=gettext_lazy("Номерът в регистъра на обществените библиотеки."),
    )
    eik = models.CharField(
        gettext_lazy("ЕИК"),
        max_length=9,
        blank=True,
        validators=[validate_eik],
        help_text=gettext_lazy("9 цифри."),
    )
    address = models.CharField(gettext_lazy("адрес"), max_length=255, blank=True)
    latitude = models.DecimalField(
        gettext_lazy("географска ширина"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=gettext_lazy("За картата, например 42,42580. Без нея точката е край центъра на общината."),
    )
    longitude = models.DecimalField(
        gettext_lazy("географска дължина"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=gettext_lazy("Например 25,63450."),
    )
    phone = models.CharField(gettext_lazy("телефон"), max_length=100, blank=True, validators=[validate_phone])
    email = models.EmailField(gettext_lazy("ел. поща"), blank=True)
    website = models.URLField(gettext_lazy("интернет страница"), blank=True)
    hours = models.TextField(
        gettext_lazy("работно време"),
        max_length=500,
        blank=True,
        help_text=gettext_lazy("Както стои на вратата, например „понеделник – петък 8:00–12:00“."),
    )
    is_sample = models.BooleanField(
        gettext_lazy("примерни данни"),
        default=False,
        help_text=gettext_lazy("Записът е за показване на системата и не описва истинска библиотека."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects = LibraryQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("branch_of")]),
                FieldPanel("is_sample"),
            ],
            heading=gettext_lazy("Библиотека"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("register_name"),
                FieldRowPanel([FieldPanel("reg_no"), FieldPanel("eik")]),
                FieldPanel("library_no"),
            ],
            heading=gettext_lazy("Регистър"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("municipality"), FieldPanel("settlement")]),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=gettext_lazy("Място"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("website"),
                FieldPanel("hours"),
            ],
            heading=gettext_lazy("Връзка"),
        ),
    ]

    class Meta:
        verbose_name = gettext_lazy("библиотека")
        verbose_name_plural = gettext_lazy("библиотеки")
        ordering = ("name", "id")
        permissions = (("oversee_library", gettext_lazy("Може да вижда записите за цялата мрежа")),)
        indexes = (models.Index(fields=("municipality", "status"), name="library_by_municipality"),)
        constraints = (
            models.UniqueConstraint(
                fields=("library_no",),
                condition=~models.Q(library_no=""),
                name="library_no_once",
                violation_error_message=gettext_lazy(
                    "Вече има библиотека с този номер в регистъра на обществените библиотеки."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        errors = {
            **self._name_error(),
            **self._settlement_error(),
            **self._eik_error(),
            **self._branch_error(),
            **self._point_error(),
        }
        if errors:
            raise ValidationError(errors)

    def _name_error(self) -> dict[str, str]:
        if not self.name and self.register_name and self.settlement_id:
            self.name = readable_name(self.register_name, self.settlement.name)
        if self.name:
            return {}
        return {"name": _("Въведете името на библиотеката или името ѝ в регистъра.")}

    def _settlement_error(self) -> dict[str, str]:
        if not (self.settlement_id and self.municipality_id):
            return {}
        if self.settlement.municipality_id == self.municipality_id:
            return {}
        message = _(
            "%(settlement)s е в община %(municipality)s. Изберете друго населено място или друга община."
        )
        return {
            "settlement": message
            % {"settlement": self.settlement, "municipality": self.settlement.municipality.name}
        }

    def _branch_error(self) -> dict[str, str]:
        if self.branch_of is None:
            return {}
        if self.branch_of_id == self.pk or self.branch_of.branch_of_id is not None:
            return {"branch_of": _("Изберете самата библиотека, а не неин филиал.")}
        if self.pk and self.branches.exists():
            return {"branch_of": _("Тази библиотека има филиали и не може сама да е филиал.")}
        return {}

    def _point_error(self) -> dict[str, str]:
        if (self.latitude is None) == (self.longitude is None):
            return {}
        missing = "latitude" if self.latitude is None else "longitude"
        return {missing: _("Въведете и двете координати или нито една.")}

    def _eik_error(self) -> dict[str, str]:
        if not self.eik or self.kind != LibraryKind.CHITALISHTE:
            return {}
        twin = (
            Library.objects.of_kind(LibraryKind.CHITALISHTE).filter(eik=self.eik).exclude(pk=self.pk).first()
        )
        if twin is None:
            return {}
        message = _("С ЕИК %(eik)s вече е записана библиотека „%(name)s“. Проверете номера.")
        return {"eik": message % {"eik": self.eik, "name": twin.name}}
