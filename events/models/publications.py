"""What the world has been told about an event: numbers for subscribers and the texts of feeds and API."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventPublication(models.Model):
    """One row per event that was ever published; written by actions only."""

    event = models.OneToOneField(
        "events.EventPage", verbose_name=_("събитие"), on_delete=models.CASCADE, related_name="publication"
    )

    sequence = models.PositiveIntegerField(_("пореден номер на промяната"), default=0)
    first_published_at = models.DateTimeField(_("първо публикуване"))
    published_at = models.DateTimeField(_("последно публикуване"))
    withdrawn_at = models.DateTimeField(_("оттеглено на"), null=True, blank=True)
    vevents = models.TextField(_("записи за календар"), blank=True)
    record = models.TextField(_("запис за програми (JSON)"), blank=True)
    body_record = models.TextField(_("текстът за програми (JSON)"), blank=True)

    class Meta:
        verbose_name = _("публикация на събитие")
        verbose_name_plural = _("публикации на събития")
        indexes = [
            models.Index(fields=["published_at"], name="publication_time"),
            # Calendars come in this order; to sort their texts would take as long as to read them.
            models.Index(fields=["first_published_at", "event"], name="publication_order"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.sequence}"
