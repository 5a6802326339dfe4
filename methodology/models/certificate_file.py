"""All certificates of a training in one file, as somebody asked for them; forgotten after a day."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

# A file takes seconds; after that something is wrong with the work in the background.
PATIENCE = timedelta(minutes=2)
KEPT = timedelta(days=1)


class CertificateFile(models.Model):
    """It holds the people whose libraries the asker may see, so it is the asker's alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    training = models.ForeignKey(
        "methodology.Training", on_delete=models.CASCADE, related_name="certificate_files"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    number = models.PositiveIntegerField(gettext_lazy("удостоверения"), default=0)
    # Empty until the task has made it.
    pdf = models.BinaryField(default=bytes, editable=False)

    class Meta:
        verbose_name = gettext_lazy("файл с удостоверения")
        verbose_name_plural = gettext_lazy("файлове с удостоверения")
        ordering = ("-asked_at",)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken."""
        return self.number > 0

    @property
    def is_late(self) -> bool:
        """Whether it should have been made by now."""
        return not self.is_ready and timezone.now() - self.asked_at > PATIENCE
