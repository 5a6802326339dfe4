"""What the library decides about the public holidays of a year, in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from events.actions.closure_states import ACTIONS, reach_events
from events.holiday_year import DECIDED
from events.models import Closure
from pages import versions


@dataclass(frozen=True, slots=True)
class HolidayDecision:
    """A state for the closure of one holiday, with the day and the words that it gets.

    `holiday` is the day of the law, None for a day that an editor adds by hand.
    """

    holiday: date | None
    state: str
    day: date
    reason: str
    reason_en: str = ""


@dataclass
class DecideHolidays:
    """Write decisions down; a decision that changes nothing writes nothing."""

    decisions: Iterable[HolidayDecision]
    user: Any = None

    def execute(self) -> int:
        """Do it in one transaction; return how many closures were made or changed."""
        changed = 0
        with transaction.atomic():
            # Of two editors of the same year the second waits here, and then finds what the first made.
            versions.bump("hours")
            for decision in self.decisions:
                changed += self._decide(decision)
        if changed:
            reach_events()
        return changed

    def _decide(self, decision: HolidayDecision) -> bool:
        row = known_closure(decision)
        if row is None:
            row = Closure(kind=Closure.Kind.HOLIDAY, holiday_date=decision.holiday, state=decision.state)
            self._write(row, decision)
            log(row, DECIDED, user=self.user, data={"state": decision.state})
            return True
        before = (row.start_date, row.reason, row.reason_en)
        rewritten = before != (decision.day, decision.reason, decision.reason_en)
        if rewritten:
            self._write(row, decision)
            log(row, "wagtail.edit", user=self.user, data={"before": f"{before[0]:%d.%m.%Y}; {before[1]}"})
        return ACTIONS[decision.state](row, self.user).execute() or rewritten

    def _write(self, row: Closure, decision: HolidayDecision) -> None:
        row.start_date, row.reason, row.reason_en = decision.day, decision.reason, decision.reason_en
        row.full_clean()
        row.save()


def known_closure(decision: HolidayDecision) -> Closure | None:
    """The closure a decision is about, if it was made before: for its holiday, or by hand for its day."""
    found = Closure.objects.filter(kind=Closure.Kind.HOLIDAY, recurrence="")
    if decision.holiday is None:
        by_hand = found.filter(holiday_date=None, start_date=decision.day, end_date=None)
        return by_hand.order_by("pk").first()
    own = found.filter(holiday_date=decision.holiday).first()
    return own or found.filter(holiday_date=None, start_date=decision.holiday).order_by("pk").first()
