"""What came from other calendars, so that importing again updates instead of doubling."""

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

WAITING_TIME = timedelta(hours=1)
RESULT_TIME = timedelta(days=7)
WAITING_PER_USER = 3


class ImportedEvent(models.Model):
    """One event of one source under one programme; stays when the event is deleted here."""

    index = models.ForeignKey(
        "events.EventIndexPage", verbose_name=_("програма"), on_delete=models.CASCADE, related_name="+"
    )
    event = models.ForeignKey(
        "events.EventPage",
        verbose_name=_("събитие"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="imports",
    )

    source = models.CharField(_("източник"), max_length=500)
    uid = models.CharField("UID", max_length=255)
    title = models.CharField(_("заглавие"), max_length=255)
    digest = models.CharField(_("отпечатък в източника"), max_length=64)
    written = models.CharField(_("отпечатък тук"), max_length=64)
    imported_at = models.DateTimeField(_("внесено на"))
    gone_at = models.DateTimeField(_("изчезнало на"), null=True, blank=True)

    class Meta:
        verbose_name = _("внесено събитие")
        verbose_name_plural = _("внесени събития")
        constraints = [
            models.UniqueConstraint(fields=["index", "source", "uid"], name="one_import_of_an_event")
        ]

    def __str__(self) -> str:
        return f"{self.uid} ({self.source})"


class WaitingImport(models.Model):
    """An uploaded calendar between its preview and the decision; kept for an hour."""

    class State(models.TextChoices):
        WAITING = "waiting", _("чака решение")
        QUEUED = "queued", _("чака ред")
        RUNNING = "running", _("изпълнява се")
        DONE = "done", _("готов")
        FAILED = "failed", _("не се получи")

    token = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    index = models.ForeignKey("events.EventIndexPage", on_delete=models.CASCADE, related_name="+")

    source = models.CharField(max_length=500)
    data = models.BinaryField()
    created_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    choices = models.JSONField(default=dict)
    expected = models.CharField(max_length=64, blank=True)
    decided_at = models.DateTimeField(null=True)
    result = models.JSONField(default=dict)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("чакащ внос")
        verbose_name_plural = _("чакащи вноси")

    def __str__(self) -> str:
        return f"{self.source} ({self.token})"

    @classmethod
    def keep(cls, user: "AbstractBaseUser", index: models.Model, source: str, data: bytes) -> "WaitingImport":
        """Keep a calendar for its owner and forget those that have waited too long, or are too many.

        What was decided about stays for a week, so that its owner can come back to the result.
        """
        now = timezone.now()
        waiting = cls.objects.filter(state=cls.State.WAITING)
        waiting.filter(created_at__lt=now - WAITING_TIME).delete()
        decided = cls.objects.exclude(state=cls.State.WAITING)
        decided.filter(created_at__lt=now - RESULT_TIME).delete()
        older = waiting.filter(user_id=user.pk).order_by("-created_at").values_list("pk", flat=True)
        cls.objects.filter(pk__in=list(older[WAITING_PER_USER - 1 :])).delete()
        return cls.objects.create(
            user_id=user.pk, index_id=index.pk, source=source, data=data, created_at=now
        )

    @classmethod
    def owned(cls, user: Any) -> "models.QuerySet[WaitingImport]":
        """The calendars of a person, whatever became of them."""
        return cls.objects.filter(user_id=user.pk).select_related("index")

    @classmethod
    def of(cls, user: "AbstractBaseUser", token: uuid.UUID) -> "WaitingImport | None":
        """The calendar that its owner still may import; None for anybody else, or too late."""
        open_states = (cls.State.WAITING, cls.State.FAILED)
        waiting = cls.objects.filter(user_id=user.pk, created_at__gte=timezone.now() - WAITING_TIME)
        waiting = waiting.filter(state__in=open_states)
        return waiting.select_related("index").filter(pk=token).first()
