"""Versions of the embeds' scripts that other sites may still name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EmbedRelease(models.Model):
    """One version of a script, kept as it was served: its bytes never change."""

    name = models.CharField(_("име"), max_length=20)
    digest = models.CharField(_("версия"), max_length=64)
    body = models.TextField(_("скрипт"))
    released_at = models.DateTimeField(_("от кога"), auto_now_add=True)

    class Meta:
        verbose_name = _("версия на вграждане")
        verbose_name_plural = _("версии на вграждане")
        constraints = [models.UniqueConstraint(fields=["name", "digest"], name="embed_release_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.digest}"
