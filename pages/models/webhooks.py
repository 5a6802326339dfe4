"""Addresses of partners that want to be told of changes, and every message to them."""

import secrets
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.outward import OutwardProblem, checked

SECRET_BYTES = 32


class WebhookKind(models.TextChoices):
    """What a partner can be told of."""

    PUBLISHED = "event.published", _("Публикувано събитие")
    CHANGED = "event.changed", _("Променено събитие")
    UNPUBLISHED = "event.unpublished", _("Свалено събитие")
    CLOSURES = "closures.changed", _("Променено работно време или затворени дни")


def all_kinds() -> list[str]:
    """Everything, as a new webhook has it."""
    return list(WebhookKind.values)


def new_secret() -> str:
    """A secret that nobody can guess."""
    return secrets.token_hex(SECRET_BYTES)


class Webhook(models.Model):
    """An https address that gets a signed message for each change."""

    name = models.CharField(_("партньор"), max_length=120)
    url = models.URLField(
        _("адрес"), max_length=500, help_text=_("Публичен адрес с https. Пренасочвания не се следват.")
    )
    kinds = models.JSONField(_("за какво"), default=all_kinds)
    is_active = models.BooleanField(_("действа"), default=True)
    # Kept as it is: each message is signed with it.
    secret = models.CharField(_("тайна"), max_length=100, default=new_secret, editable=False)
    failing_since = models.DateTimeField(_("без успех от"), null=True, blank=True, editable=False)
    disabled_because = models.CharField(_("защо е спряно"), max_length=300, blank=True, editable=False)
    created_at = models.DateTimeField(_("създадено на"), auto_now_add=True)

    class Meta:
        verbose_name = _("известие до партньор")
        verbose_name_plural = _("известия до партньори")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse what could never be asked; where the name leads to is checked at each message."""
        super().clean()
        try:
            checked(self.url, ("https",))
        except OutwardProblem:
            message = _("Адресът трябва да започва с https:// и да няма име и парола.")
            raise ValidationError({"url": message}) from None
        if self.is_active:
            # Whoever turns it on again begins anew.
            self.failing_since, self.disabled_because = None, ""


class WebhookDelivery(models.Model):
    """One message to one partner; its id stays the same however often it is sent."""

    class State(models.TextChoices):
        WAITING = "waiting", _("чака")
        DELIVERED = "delivered", _("доставено")
        FAILED = "failed", _("неуспешно")

    uuid = models.UUIDField(_("номер"), default=uuid.uuid4, unique=True, editable=False)
    webhook = models.ForeignKey(
        Webhook, verbose_name=_("известие"), on_delete=models.CASCADE, related_name="deliveries"
    )

    kind = models.CharField(_("за какво"), max_length=40, choices=WebhookKind.choices)
    subject = models.CharField(_("за кой запис"), max_length=100, blank=True)
    body = models.TextField(_("съобщение"))
    state = models.CharField(_("състояние"), max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("опити"), default=0)
    next_attempt_at = models.DateTimeField(_("следващ опит"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(_("код на отговора"), null=True, blank=True)
    problem = models.CharField(_("какво се случи"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("създадено на"), auto_now_add=True)
    delivered_at = models.DateTimeField(_("доставено на"), null=True, blank=True)

    class Meta:
        verbose_name = _("съобщение до партньор")
        verbose_name_plural = _("съобщения до партньори")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["webhook", "state"], name="delivery_of_webhook")]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"
