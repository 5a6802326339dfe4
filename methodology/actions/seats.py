"""The seats of a training: who holds one, who waits, and who is next."""

from methodology.models import Registration, RegistrationStatus, Training
from methodology.tasks import send_letter
from methodology.trainings.stages import TAKES_REGISTRATIONS, TrainingStatus


def locked(training_id: int) -> Training:
    """Return a training that nobody else gives seats of until the transaction ends."""
    training: Training = Training.objects.select_for_update().get(pk=training_id)
    return training


def has_seat(training: Training) -> bool:
    """Tell whether a seat is free and nobody waits for it."""
    if training.capacity is None:
        return True
    held = training.registrations
    return not held.waiting().exists() and held.confirmed().count() < training.capacity


def settle(training: Training) -> list[Registration]:
    """Give free seats to those who wait, tell them, and let the stage say whether there are seats left."""
    if training.status not in (TrainingStatus.PLANNED, *TAKES_REGISTRATIONS):
        return []
    held = training.registrations
    taken = held.confirmed().count()
    waiting = list(held.waiting())
    free = len(waiting) if training.capacity is None else max(0, training.capacity - taken)
    promoted = waiting[:free]
    for registration in promoted:
        registration.status = RegistrationStatus.CONFIRMED
        registration.save(update_fields=["status"])
        send_letter.enqueue(registration.pk, "promoted")
    is_full = training.capacity is not None and taken + len(promoted) >= training.capacity
    if training.status in TAKES_REGISTRATIONS:
        _tell(training, TrainingStatus.FULL if is_full else TrainingStatus.OPEN)
    return promoted


def _tell(training: Training, status: TrainingStatus) -> None:
    if training.status != status:
        training.status = status
        training.save(update_fields=["status"])
