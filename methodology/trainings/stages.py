"""The stages of a training, and which may follow which."""

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

# OPEN and FULL change into each other by themselves, as seats are taken and freed.
TRANSITIONS: dict[str, tuple[str, ...]] = {
    S.DRAFT: (S.PLANNED, S.OPEN, S.CANCELLED),
    S.PLANNED: (S.DRAFT, S.OPEN, S.HELD, S.CANCELLED),
    S.OPEN: (S.PLANNED, S.FULL, S.HELD, S.CANCELLED),
    S.FULL: (S.PLANNED, S.OPEN, S.HELD, S.CANCELLED),
    S.HELD: (S.ATTENDED,),
    S.ATTENDED: (S.HELD, S.SURVEY, S.CLOSED),
    S.SURVEY: (S.CLOSED,),
    S.CLOSED: (),
    S.CANCELLED: (S.DRAFT,),
}
TAKES_REGISTRATIONS = (S.OPEN, S.FULL)
IS_OVER = (S.HELD, S.ATTENDED, S.SURVEY, S.CLOSED)
# The attendance can be relied upon: it is counted, certified and asked about.
IS_CONFIRMED = (S.ATTENDED, S.SURVEY, S.CLOSED)


def may_follow(now: str, then: str) -> bool:
    """Tell whether a stage may follow another."""
    return then in TRANSITIONS.get(now, ())


def public_status(status: str) -> PublicStatus:
    """Return what is said of a stage in public; drafts are never shown."""
    if status == S.CANCELLED:
        return PublicStatus.CANCELLED
    return PublicStatus.HELD if status in IS_OVER else PublicStatus.PLANNED
