"""What a participant takes home: a numbered certificate, and how it is checked."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.querysets.certificates import CertificateQuerySet


class Certificate(models.Model):
    """A certificate as it was handed out; the texts stay what they were on that day."""

    training = models.ForeignKey(
        "methodology.Training", on_delete=models.PROTECT, related_name="certificates"
    )
    registration = models.ForeignKey(
        "methodology.Registration", on_delete=models.SET_NULL, null=True, related_name="certificates"
    )
    number = models.CharField(gettext_lazy("номер"), max_length=20, unique=True)
    code = models.CharField(gettext_lazy("код за проверка"), max_length=20)
    # Empty once the holder is erased.
    name = models.CharField(gettext_lazy("име"), max_length=150)
    title = models.CharField(gettext_lazy("обучение"), max_length=255)
    dates = models.CharField(gettext_lazy("дати"), max_length=150)
    minutes = models.PositiveIntegerField(gettext_lazy("минути"))
    issued_on = models.DateField(gettext_lazy("издадено на"), default=timezone.localdate)
    revoked_on = models.DateField(gettext_lazy("анулирано на"), null=True, blank=True)
    # Written once by a task; empty until then.
    pdf = models.BinaryField(default=bytes, editable=False)

    objects: ClassVar = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("удостоверение")
        verbose_name_plural = gettext_lazy("удостоверения")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("registration",),
                condition=models.Q(revoked_on=None),
                name="one_valid_certificate_a_registration",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def hours(self) -> str:
        """The hours attended, as they are printed: „30“ or „7,5“."""
        return f"{self.minutes / 60:.1f}".removesuffix(".0").replace(".", ",")

    @property
    def is_erased(self) -> bool:
        """Whether nobody is named on it any more."""
        return not self.name

    @property
    def state(self) -> str:
        """Whether it is still good, in words."""
        return _("анулирано") if self.revoked_on else _("валидно")

    def is_known_to(self, secret: str) -> bool:
        """Tell whether somebody knows the name or the code that is written on the certificate."""
        given = _plain(secret)
        return bool(given) and any(
            constant_time_compare(given, _plain(own)) for own in (self.name, self.code) if own
        )


def _plain(text: str) -> str:
    return "".join(text.split()).replace("-", "").casefold()
