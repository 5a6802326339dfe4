"""The order in which events changed, for partners who mirror them all; deleted events stay in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventChangeMark(models.Model):
    """One row per event and language that was ever published; written by actions only."""

    event = models.OneToOneField(
        "events.EventPage",
        verbose_name=_("събитие"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="change_mark",
    )

    uid = models.UUIDField(_("идентификатор"))
    language = models.CharField(_("език"), max_length=10)
    modified = models.PositiveBigIntegerField(_("пореден момент на промяната"), unique=True)

    class Meta:
        verbose_name = _("знак за променено събитие")
        verbose_name_plural = _("знаци за променени събития")
        constraints = [models.UniqueConstraint(fields=["uid", "language"], name="change_mark_of_event")]
        indexes = [models.Index(fields=["language", "modified", "uid"], name="change_mark_order")]

    def __str__(self) -> str:
        return f"{self.uid} {self.language}: {self.modified}"
