"""What materials are sorted by: the category and the libraries they are meant for."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from methodology.querysets import TermQuerySet
from pages.bulgarian import slugify


class Term(TranslatableMixin, models.Model):
    """A name with a place in the order; the slug is the same in every language."""

    name = models.CharField(gettext_lazy("име"), max_length=100)
    slug = models.SlugField(
        gettext_lazy("адрес"),
        max_length=100,
        blank=True,
        help_text=gettext_lazy(
            "Име с латински букви за адреси и данни. Оставете празно, за да се образува от името."
        ),
    )
    sort_order = models.PositiveSmallIntegerField(
        gettext_lazy("ред"), default=0, help_text=gettext_lazy("По-малкото число стои по-напред.")
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]
    override_translatable_fields = [
        TranslatableField("name"),
        SynchronizedField("slug", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    objects = TermQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ("sort_order", "name")
        constraints = (models.UniqueConstraint(fields=("locale", "slug"), name="%(class)s_slug_in_locale"),)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.slug = self.slug or slugify(self.name)
        if not self.slug:
            raise ValidationError({"name": _("Въведете име с поне една буква или цифра.")})


class MaterialCategory(Term):
    """What kind of material it is: нормативна база, образци, инвентаризация, указания …"""

    class Meta(Term.Meta):
        verbose_name = gettext_lazy("категория материали")
        verbose_name_plural = gettext_lazy("категории материали")


class MaterialAudience(Term):
    """The libraries a material is meant for: читалищни, общински, училищни …"""

    class Meta(Term.Meta):
        verbose_name = gettext_lazy("за кого е материалът")
        verbose_name_plural = gettext_lazy("за кого са материалите")
