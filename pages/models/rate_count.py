"""How often somebody has done something lately, without saying who."""

from django.db import models
from django.utils.translation import gettext_lazy


class RateCount(models.Model):
    """One counter; the key is a keyed digest, so that no address or e-mail can be read back from it."""

    key = models.CharField(max_length=64, unique=True)
    number = models.PositiveIntegerField(default=0)
    resets_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = gettext_lazy("брояч на опити")
        verbose_name_plural = gettext_lazy("броячи на опити")

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.number}"
