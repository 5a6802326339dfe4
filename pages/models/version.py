"""A number for each kind of content that grows with every change of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentVersion(models.Model):
    """One row per kind of content; written only by `pages.versions`."""

    name = models.CharField(_("име"), max_length=40, unique=True)
    number = models.PositiveBigIntegerField(_("номер"), default=0)
    changed_at = models.DateTimeField(_("променено на"))

    class Meta:
        verbose_name = _("версия на съдържанието")
        verbose_name_plural = _("версии на съдържанието")

    def __str__(self) -> str:
        return f"{self.name} {self.number}"
