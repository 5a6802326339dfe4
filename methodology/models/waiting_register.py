"""A register between its preview and the decision."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

WAITING_TIME = datetime.timedelta(hours=1)
WAITING_PER_USER = 3


class WaitingRegister(models.Model):
    """An uploaded register, kept for an hour for whoever uploaded it."""

    token = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    data = models.BinaryField()
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = gettext_lazy("чакащ регистър")
        verbose_name_plural = gettext_lazy("чакащи регистри")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(cls, user: Any, name: str, data: bytes) -> "WaitingRegister":
        """Keep a register for its owner and forget those that have waited too long, or are too many."""
        now = timezone.now()
        cls.objects.filter(created_at__lt=now - WAITING_TIME).delete()
        older = cls.objects.filter(user=user).order_by("-created_at").values_list("pk", flat=True)
        cls.objects.filter(pk__in=list(older[WAITING_PER_USER - 1 :])).delete()
        return cls.objects.create(user=user, name=name[:255], data=data, created_at=now)

    @classmethod
    def of(cls, user: Any, token: uuid.UUID) -> "WaitingRegister | None":
        """The register that its owner still may import; None for anybody else, or too late."""
        fresh = timezone.now() - WAITING_TIME
        return cls.objects.filter(user=user, created_at__gte=fresh, pk=token).first()
