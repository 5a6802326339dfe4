"""Nightly work of the search: the words it suggests from, and the end of old counts."""

from typing import Any

from django.core.management.base import BaseCommand

from pages.actions.collect_words import CollectWords
from pages.search import log


class Command(BaseCommand):
    """Collects the words of public pages and forgets what was looked for more than half a year ago."""

    help = "Collects the words the search suggests from; deletes counts of searches older than half a year."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do both; either may be repeated at any time."""
        collected, forgotten = CollectWords().execute(), log.forget_old()
        self.stdout.write(f"Думи от публичните страници: {collected}. Изтрити стари търсения: {forgotten}.")
