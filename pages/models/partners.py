"""Keys of partners: they raise a limit and name the caller, nothing more."""

import hashlib
import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

KEY_BYTES = 24
SHOWN_LETTERS = 8


class PartnerKey(models.Model):
    """A partner and the digest of its key; the key itself is shown once and kept by nobody here."""

    name = models.CharField(
        _("партньор"), max_length=120, help_text=_("Организацията или сайтът, например „Община Чирпан“.")
    )
    prefix = models.CharField(_("начало на ключа"), max_length=SHOWN_LETTERS, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    per_minute = models.PositiveIntegerField(
        _("заявки в минута"),
        default=3000,
        validators=[MinValueValidator(1), MaxValueValidator(100_000)],
        help_text=_("Колко заявки може да прави за минута. Без ключ границата е обща за всички."),
    )
    is_active = models.BooleanField(_("действа"), default=True)
    created_at = models.DateTimeField(_("издаден на"), auto_now_add=True)

    class Meta:
        verbose_name = _("ключ на партньор")
        verbose_name_plural = _("ключове на партньори")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def issue(self) -> str:
        """Make a new key, remember only its digest, and return it; whoever loses it needs another one."""
        key = secrets.token_urlsafe(KEY_BYTES)
        self.prefix, self.digest = key[:SHOWN_LETTERS], digest_of(key)
        return key


def digest_of(key: str) -> str:
    """What is remembered of a key: long and random as it is, a plain digest cannot be turned back."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


class FetchDay(models.Model):
    """What one site has fetched in one way in a day: sums only, nothing of who read them."""

    day = models.DateField(_("ден"))
    host = models.CharField(_("сайт"), max_length=100, blank=True)
    form = models.CharField(_("формат"), max_length=40)
    version = models.CharField(_("версия на вграждането"), max_length=64, blank=True)
    partner = models.CharField(_("партньор"), max_length=120, blank=True)
    requests = models.PositiveIntegerField(_("заявки"), default=0)
    unchanged = models.PositiveIntegerField(_("без промяна (304)"), default=0)
    errors = models.PositiveIntegerField(_("грешки"), default=0)
    last_error = models.PositiveSmallIntegerField(_("последна грешка"), default=0)
    last_at = models.DateTimeField(_("последно"))

    class Meta:
        verbose_name = _("четене от друг сайт")
        verbose_name_plural = _("четене от други сайтове")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "host", "form", "version", "partner"], name="fetch_day_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.host} {self.form}"
