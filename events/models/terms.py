"""The words by which events are grouped: categories and audiences."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class Term(TranslatableMixin, models.Model):
    """A word of a small vocabulary; its slug is the same in all languages."""

    name = models.CharField(_("име"), max_length=100)
    slug = models.SlugField(
        _("адресна дума"),
        max_length=60,
        help_text=_(
            "Малки латински букви, цифри и тирета. Участва в адресите на филтрите и в потоците "
            "и е една и съща на всички езици."
        ),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("ред"), default=100, help_text=_("По-малкото число стои по-напред в списъците.")
    )

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class EventCategory(Term):
    """What an event is: a meeting with an author, an exhibition, a club."""

    class Meta(Term.Meta):
        verbose_name = _("категория събития")
        verbose_name_plural = _("категории събития")
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="event_category_slug_per_locale",
                violation_error_message=_("Вече има категория с тази адресна дума. Изберете друга."),
            )
        ]


class Audience(Term):
    """For whom an event is: children, teenagers, adults."""

    class Meta(Term.Meta):
        verbose_name = _("публика")
        verbose_name_plural = _("публики")
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="event_audience_slug_per_locale",
                violation_error_message=_("Вече има публика с тази адресна дума. Изберете друга."),
            )
        ]
