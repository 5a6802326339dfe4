"""An import that a person has decided about, carried out in the background."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from events.actions.import_events import Choices, ImportEvents, PlanChanged
from events.imports import read_calendar
from events.models import WaitingImport

State = WaitingImport.State


def decide_import(waiting: WaitingImport, choices: Choices, expected: str) -> bool:
    """Note what was decided and put the import in the queue; False when it is there already."""
    from events import tasks

    decided = {
        "state": State.QUEUED,
        "choices": vars(choices),
        "expected": expected,
        "decided_at": timezone.now(),
        "result": {},
    }
    undecided = WaitingImport.objects.filter(pk=waiting.pk).exclude(state__in=(State.QUEUED, State.DONE))
    if not undecided.update(**decided):
        return False
    tasks.import_events.enqueue(str(waiting.pk))
    return True


def carry_out_import(token: UUID) -> bool:
    """Import a calendar that is in the queue: all of it with its result or, when anything fails, nothing.

    May run twice or late: only one run finds it in the queue. An unexpected failure is noted and raised.
    """
    try:
        with transaction.atomic():
            queued = WaitingImport.objects.select_related("index", "user").select_for_update(of=("self",))
            waiting = queued.filter(pk=token, state=State.QUEUED).first()
            if waiting is None:
                return False
            waiting.result = _import(waiting)
            waiting.state = State.DONE if "made" in waiting.result else State.FAILED
            waiting.finished_at = timezone.now()
            if waiting.state == State.DONE:
                waiting.data = b""
            waiting.save()
    except BaseException:
        failed = WaitingImport.objects.filter(pk=token, state=State.QUEUED)
        failed.update(state=State.FAILED, result={"problem": "unexpected"}, finished_at=timezone.now())
        raise
    return waiting.state == State.DONE


def _import(waiting: WaitingImport) -> dict[str, object]:
    """What became of it: numbers, or the name of the problem."""
    decided = timezone.localdate(waiting.decided_at)
    if not waiting.index.permissions_for_user(waiting.user).can_add_subpage():
        return {"problem": "not-allowed"}
    reading = read_calendar(bytes(waiting.data), decided)
    choices = Choices(**waiting.choices)
    action = ImportEvents(waiting.index, waiting.source, reading, waiting.user, choices, waiting.expected)
    try:
        outcome = action.execute()
    except PlanChanged:
        return {"problem": "changed"}
    return {"made": outcome.made, "updated": outcome.updated, "withdrawn": outcome.withdrawn}
