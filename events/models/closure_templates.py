"""Ready words for closures: an accident, no electricity, elections, an inventory."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from events.models.announcements import Announcing
from events.models.closures import Closure


class ClosureTemplate(Announcing):
    """What a new closure begins with; a closure made from it is not bound to it."""

    # What a template gives to a closure.
    WORDS = ("kind", "reason", "reason_en", "announcement", "announcement_en")

    name = models.CharField(
        _("име"), max_length=60, help_text=_("Пише го на бутона, например „Няма ток или вода“.")
    )
    kind = models.CharField(_("вид"), max_length=20, choices=Closure.Kind.choices, default=Closure.Kind.OTHER)
    reason = models.CharField(_("причина"), max_length=200, help_text=_("Посетителите я виждат."))
    reason_en = models.CharField(_("причина на английски"), max_length=200, blank=True)
    for_today = models.BooleanField(
        _("предлага се при „Затваряме днес“"),
        default=True,
        help_text=_("Без отметка шаблонът се предлага само за ново затваряне."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("ред"), default=100, help_text=_("По-малкото число стои по-напред в списъците.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("reason"), FieldPanel("reason_en")]),
        MultiFieldPanel([FieldPanel("announcement"), FieldPanel("announcement_en")], heading=_("Съобщение")),
        FieldRowPanel([FieldPanel("for_today"), FieldPanel("sort_order")]),
    ]

    class Meta:
        verbose_name = _("шаблон за затваряне")
        verbose_name_plural = _("шаблони за затваряне")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def fields(self) -> dict[str, str]:
        """The values with which the form of a closure begins."""
        return {name: getattr(self, name) for name in self.WORDS}
