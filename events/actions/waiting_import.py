"""An import that a person has decided about, carried out in the background."""

from uuid import UUID

from django.utils import timezone

from events.actions.import_events import Choices, ImportEvents, Outcome, PlanChanged
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
    undecided = WaitingImport.objects.filter(pk=waiting.pk, state__in=(State.WAITING, State.FAILED))
    if not undecided.update(**decided):
        return False
    tasks.import_events.enqueue(str(waiting.pk))
    return True


def carry_out_import(token: UUID) -> bool:
    """Import a calendar that is in the queue and note the result.

    May run twice or late: only one run finds it in the queue. An unexpected failure is noted, with the
    number of events written until then, and raised.
    """
    queued = WaitingImport.objects.filter(pk=token, state=State.QUEUED)
    if not queued.update(state=State.RUNNING):
        return False
    waiting = WaitingImport.objects.select_related("index", "user").get(pk=token)
    try:
        waiting.result = _import(waiting)
    except BaseException:
        waiting.result = {"problem": "unexpected", "written": waiting.result.get("written", 0)}
        _end(waiting)
        raise
    _end(waiting)
    return waiting.state == State.DONE


def _end(waiting: WaitingImport) -> None:
    waiting.state = State.FAILED if "problem" in waiting.result else State.DONE
    waiting.finished_at = timezone.now()
    if waiting.state == State.DONE:
        waiting.data = b""
    waiting.save(update_fields=["state", "result", "finished_at", "data"])


def _import(waiting: WaitingImport) -> dict[str, object]:
    """What became of it: numbers, or the name of the problem."""
    decided = timezone.localdate(waiting.decided_at)
    if not waiting.index.permissions_for_user(waiting.user).can_add_subpage():
        return {"problem": "not-allowed"}
    reading = read_calendar(bytes(waiting.data), decided)
    choices = Choices(**waiting.choices)
    action = ImportEvents(waiting.index, waiting.source, reading, waiting.user, choices, waiting.expected)

    def note(outcome: Outcome) -> None:
        waiting.result = {"written": outcome.written}
        waiting.save(update_fields=["result"])

    try:
        outcome = action.execute(after_part=note)
    except PlanChanged:
        return {"problem": "changed"}
    return {"made": outcome.made, "updated": outcome.updated, "withdrawn": outcome.withdrawn}
