"""Move the window of event dates."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from events.actions import roll_occurrences


class Command(BaseCommand):
    """Gives recurring events the dates that have come into the window; safe to run at any time."""

    help = "Премества прозореца на датите на повтарящите се събития."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("Променени събития: %(number)s") % {"number": roll_occurrences()})
