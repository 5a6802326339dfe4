"""Saying that something promised is done."""

import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from methodology.models import FollowUp
from methodology.querysets import FollowUpQuerySet


class FinishFollowUps:
    """Marks open follow-ups as done on a day; those done before keep their day."""

    def __init__(self, follow_ups: FollowUpQuerySet, day: datetime.date, *, user: Any) -> None:
        self.follow_ups = follow_ups
        self.day = day
        self.user = user

    @transaction.atomic
    def execute(self) -> int:
        """Write the day and return how many were open."""
        rows: list[FollowUp] = list(self.follow_ups.open())
        for row in rows:
            row.done_on = self.day
            log(row, "wagtail.edit", user=self.user)
        FollowUp.objects.bulk_update(rows, ["done_on"], batch_size=500)
        return len(rows)
