"""A form that strangers fill in: a field only machines see, and a time that nobody types faster than."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

SALT = "pages.visitors.forms"
SOONEST = timedelta(seconds=3)
LATEST = timedelta(hours=24)


class GuardedForm(forms.Form):
    """Refuses what came too quickly; `is_trap` tells that a machine has filled in the hidden field."""

    website = forms.CharField(required=False, max_length=500)
    started = forms.CharField(required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        age = _age(cleaned.get("started") or "")
        if age is None or age > LATEST.total_seconds():
            raise ValidationError(
                _("Страницата е била отворена дълго. Прегледайте полетата и изпратете отново.")
            )
        if age < SOONEST.total_seconds():
            raise ValidationError(
                _("Формулярът дойде твърде бързо. Изчакайте няколко секунди и изпратете отново.")
            )
        return cleaned

    @property
    def is_trap(self) -> bool:
        """Whether the field that people do not see has been filled in."""
        return bool(self.data.get("website"))

    @property
    def stamp(self) -> str:
        """The signed time at which the form was first shown, kept when it is shown again."""
        held = str(self.data.get("started", ""))[:200] if self.is_bound else ""
        age = _age(held)
        return held if age is not None and age <= LATEST.total_seconds() else signing.dumps(_now(), salt=SALT)

    def shown_fields(self) -> list[forms.BoundField]:
        """The fields that people fill in."""
        return [self[name] for name in self.fields if name not in ("website", "started")]


def _now() -> float:
    return timezone.now().timestamp()


def _age(stamp: str) -> float | None:
    try:
        return _now() - float(signing.loads(stamp, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
