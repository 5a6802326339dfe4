"""A closure is confirmed, withdrawn, or proposed anew: what the library decides about it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import transaction
from wagtail.log_actions import log

from events import tasks
from events.actions.apply_closures import apply_to_near_events
from events.models import Closure

State = Closure.State


@dataclass
class SetClosureState:
    """Give a closure another state, write it into its history, and let it reach the events."""

    closure: Closure
    user: Any = None

    state: ClassVar[str]
    log_action: ClassVar[str]

    def execute(self) -> bool:
        """Do it; False when the closure had that state already. Closure.DoesNotExist when it is gone."""
        with transaction.atomic():
            row = Closure.objects.select_for_update().get(pk=self.closure.pk)
            if row.state == self.state:
                return False
            before, row.state = row.state, self.state
            row.save(update_fields=["state", "changed_at"])
            log(row, self.log_action, user=self.user, data={"before": before})
        self.closure.state = self.state
        reach_events()
        return True


class ConfirmClosure(SetClosureState):
    """From now on it closes."""

    state, log_action = State.CONFIRMED, "events.closure.confirm"


class WithdrawClosure(SetClosureState):
    """It closes nothing any more, and stays to be seen."""

    state, log_action = State.WITHDRAWN, "events.closure.withdraw"


class ProposeClosure(SetClosureState):
    """It waits for a decision again."""

    state, log_action = State.PROPOSED, "events.closure.propose"


ACTIONS: dict[str, type[SetClosureState]] = {
    action.state: action for action in (ConfirmClosure, WithdrawClosure, ProposeClosure)
}


def reach_events() -> None:
    """Bring the events in line with the hours: those of the coming days at once, all others by a task."""
    apply_to_near_events()
    tasks.apply_closures.enqueue()
