"""The municipal administrations that the department works with."""

from django.db import models
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from methodology.querysets import AdministrationQuerySet
from methodology.validators import validate_phone


class Administration(ClusterableModel):
    """The administration of a municipality, with its contacts."""

    municipality = models.OneToOneField(
        "pages.Municipality",
        verbose_name=gettext_lazy("община"),
        on_delete=models.PROTECT,
        related_name="administration",
        error_messages={"unique": gettext_lazy("Администрацията на тази община вече е записана.")},
    )
    address = models.CharField(gettext_lazy("адрес"), max_length=255, blank=True)
    phone = models.CharField(gettext_lazy("телефон"), max_length=100, blank=True, validators=[validate_phone])
    email = models.EmailField(gettext_lazy("ел. поща"), blank=True)
    website = models.URLField(gettext_lazy("интернет страница"), blank=True)
    note = models.TextField(gettext_lazy("бележка"), max_length=2000, blank=True)

    objects = AdministrationQuerySet.as_manager()

    panels = [
        FieldPanel("municipality"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("website"),
            ],
            heading=gettext_lazy("Връзка"),
        ),
        InlinePanel(
            "contacts", heading=gettext_lazy("Лица за контакт"), label=gettext_lazy("контакт"), max_num=20
        ),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = gettext_lazy("общинска администрация")
        verbose_name_plural = gettext_lazy("общински администрации")
        ordering = ("municipality__name", "id")

    def __str__(self) -> str:
        return self.municipality.name


class AdministrationContact(Orderable):
    """Somebody in the administration: the mayor, the expert on culture."""

    administration = ParentalKey(Administration, on_delete=models.CASCADE, related_name="contacts")
    role = models.CharField(gettext_lazy("длъжност"), max_length=150)
    name = models.CharField(gettext_lazy("име"), max_length=150, blank=True)
    phone = models.CharField(gettext_lazy("телефон"), max_length=100, blank=True, validators=[validate_phone])
    email = models.EmailField(gettext_lazy("ел. поща"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("role"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("лице за контакт")
        verbose_name_plural = gettext_lazy("лица за контакт")

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.role, self.name)))
