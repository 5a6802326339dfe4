"""The stages of a training."""

from django.db import models
from django.utils.translation import gettext_lazy


class TrainingStatus(models.TextChoices):
    """How far a training has come."""

    DRAFT = "draft", gettext_lazy("чернова")
    PLANNED = "planned", gettext_lazy("предстои")
    OPEN = "open", gettext_lazy("отворено за записване")
    FULL = "full", gettext_lazy("местата са заети, има списък на чакащите")
    HELD = "held", gettext_lazy("проведено")
    ATTENDED = "attended", gettext_lazy("присъствието е потвърдено")
    SURVEY = "survey", gettext_lazy("анкетата е отворена")
    CLOSED = "closed", gettext_lazy("приключено")
    CANCELLED = "cancelled", gettext_lazy("отменено")


class PublicStatus(models.TextChoices):
    """What visitors and partners are told."""

    PLANNED = "planned", gettext_lazy("предстои")
    HELD = "held", gettext_lazy("проведено")
    CANCELLED = "cancelled", gettext_lazy("отменено")


S = TrainingStatus

# The two change into each other by themselves, as seats are taken and freed.
TAKES_REGISTRATIONS = (S.OPEN, S.FULL)
IS_OVER = (S.HELD, S.ATTENDED, S.SURVEY, S.CLOSED)
# The attendance can be relied upon: it is counted, certified and asked about.
IS_CONFIRMED = (S.ATTENDED, S.SURVEY, S.CLOSED)


def public_status(status: str) -> PublicStatus:
    """Return what is said of a stage in public; drafts are never shown."""
    if status == S.CANCELLED:
        return PublicStatus.CANCELLED
    return PublicStatus.HELD if status in IS_OVER else PublicStatus.PLANNED
