"""All the steps a training may take, in the order they are offered."""

from django.utils import timezone

from methodology.actions.attendance import ConfirmAttendance, ReopenAttendance
from methodology.actions.stage import (
    Announce,
    BackToDraft,
    CallOff,
    Close,
    CloseRegistration,
    Hold,
    OpenRegistration,
    Step,
)
from methodology.actions.surveys import SendSurvey
from methodology.models import Training

STEPS: dict[str, type[Step]] = {
    step.name: step
    for step in (
        OpenRegistration,
        Announce,
        Hold,
        ConfirmAttendance,
        SendSurvey,
        Close,
        CloseRegistration,
        ReopenAttendance,
        BackToDraft,
        CallOff,
    )
}


def possible_steps(training: Training) -> list[type[Step]]:
    """Return the steps that a training's stage allows; it is not held before it begins."""
    allowed = [step for step in STEPS.values() if training.status in step.sources]
    begun = training.start_date <= timezone.localdate()
    return [step for step in allowed if begun or step is not Hold]
