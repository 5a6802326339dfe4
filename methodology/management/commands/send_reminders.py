"""`manage.py send_reminders`: what is due today for trainings; safe to run at any time."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from methodology.actions.daily_round import DailyRound


class Command(BaseCommand):
    """Sends reminders, surveys and follow-ups that are due, closes old surveys, forgets what is past."""

    help = (
        "Sends what is due for trainings: reminders, surveys, follow-ups; deletes unconfirmed registrations."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the round and say how much was done."""
        done = DailyRound().execute()
        self.stdout.write(
            _(
                "Напомняния: %(reminders)s; анкети след шест седмици: %(follow_ups)s; покани за анкета: "
                "%(invitations)s; затворени анкети: %(closed)s; изтрити непотвърдени: %(forgotten)s."
            )
            % done._asdict()
        )
