"""Who wants to come to a training."""

import uuid
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.querysets.registrations import (
    CANCELLED,
    CONFIRMED,
    UNCONFIRMED,
    WAITING,
    RegistrationQuerySet,
)
from methodology.validators import validate_phone


class RegistrationStatus(models.TextChoices):
    """What has become of a registration."""

    UNCONFIRMED = UNCONFIRMED, gettext_lazy("чака потвърждение по пощата")
    CONFIRMED = CONFIRMED, gettext_lazy("записан(а)")
    WAITING = WAITING, gettext_lazy("в списъка на чакащите")
    CANCELLED = CANCELLED, gettext_lazy("отказан(а)")


class Registration(models.Model):
    """A person of a library on the list of a training; once erased, a nameless row that still counts."""

    training = models.ForeignKey(
        "methodology.Training",
        verbose_name=gettext_lazy("обучение"),
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    library = models.ForeignKey(
        "methodology.Library",
        verbose_name=gettext_lazy("библиотека"),
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    person = models.ForeignKey(
        "methodology.Person",
        verbose_name=gettext_lazy("човек"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="registrations",
    )
    status = models.CharField(
        gettext_lazy("състояние"), max_length=12, choices=RegistrationStatus.choices, default=UNCONFIRMED
    )
    name = models.CharField(gettext_lazy("име и фамилия"), max_length=150)
    email = models.EmailField(gettext_lazy("ел. поща"), blank=True)
    phone = models.CharField(gettext_lazy("телефон"), max_length=100, blank=True, validators=[validate_phone])
    # Makes old links void when it changes.
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    by_staff = models.BooleanField(gettext_lazy("записан(а) от отдела"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Written when the attendance is confirmed; None: not yet.
    days_attended = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    minutes_attended = models.PositiveIntegerField(null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("записване за обучение")
        verbose_name_plural = gettext_lazy("записвания за обучения")
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("training", "email"),
                condition=~models.Q(email="") & ~models.Q(status=CANCELLED),
                name="one_registration_a_person",
            ),
        )
        indexes = (models.Index(fields=("training", "status"), name="registration_by_training"),)

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:
        """Whether it holds a seat or waits for one."""
        return self.status in (CONFIRMED, WAITING)

    def clean(self) -> None:
        super().clean()
        self.name = " ".join(self.name.split())
        self.email = self.email.lower()
        if self.email and self.training_id:
            twins = Registration.objects.active().filter(training=self.training_id, email=self.email)
            twin = twins.exclude(pk=self.pk).first()
            if twin is not None and self.status != CANCELLED:
                message = _("С този адрес вече е записан(а) %(name)s. Един човек се записва веднъж.")
                raise ValidationError({"email": message % {"name": twin.name}})
