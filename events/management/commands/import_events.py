"""Import events of another calendar."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from events.actions.import_events import Choices, ImportEvents, Outcome
from events.actions.import_plan import Plan, State
from events.imports import ImportProblem, Loaded, fetch, open_file, read_calendar
from events.models import EventIndexPage
from events.wording import user_text
from events.wording.imports import STATE_NAMES, says_when

MAX_SHOWN = 200


class Command(BaseCommand):
    """`import_events FILE_OR_URL [--dry-run]`; new events are drafts unless `--publish` is given."""

    help = "Внася събития от календар (.ics), файл или адрес. Повторното внасяне обновява, не удвоява."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("calendar", metavar="FILE_OR_URL", help="файл .ics или адрес https://…")
        parser.add_argument("--dry-run", action="store_true", help="само показва какво би се променило")
        parser.add_argument("--page", type=int, help="номер на програмата, под която се внася")
        parser.add_argument("--source", default="", help="име на източника, ако файлът се казва различно")
        parser.add_argument("--publish", action="store_true", help="публикува внесеното, а не само чернови")
        parser.add_argument("--overwrite", action="store_true", help="замества и промененото тук след вноса")
        parser.add_argument("--withdraw-gone", action="store_true", help="оттегля изчезналите от източника")
        parser.add_argument("--restore", action="store_true", help="внася отново и изтритите тук")

    def handle(self, *args: Any, **options: Any) -> None:
        index = self._index(options["page"])
        try:
            loaded = load(options["calendar"])
            reading = read_calendar(loaded.data, timezone.localdate())
        except ImportProblem as problem:
            raise CommandError(user_text(problem)) from problem
        choices = Choices(
            options["publish"], options["overwrite"], options["withdraw_gone"], options["restore"]
        )
        source = (options["source"] or loaded.source)[:500]
        action = ImportEvents(index, source, reading, choices=choices)
        if options["dry_run"]:
            self._tell(action.plan())
            self.stdout.write(_("Нищо не е записано."))
            return
        outcome = action.execute()
        self._tell(outcome.plan)
        self._count(outcome)

    def _index(self, number: int | None) -> EventIndexPage:
        pages = EventIndexPage.objects.order_by("path")
        if number is None:
            found = list(pages.filter(locale__language_code="bg")[:2])
            if len(found) > 1:
                raise CommandError(_("Има повече от една програма. Посочете номера ѝ с --page."))
        else:
            found = list(pages.filter(pk=number)[:1])
        if not found:
            raise CommandError(_("Няма такава програма. Създайте страница за събития и опитайте пак."))
        return found[0]

    def _tell(self, plan: Plan) -> None:
        for line, text in plan.problems[:MAX_SHOWN]:
            self.stdout.write(_("Ред %(line)s: %(text)s") % {"line": line, "text": text})
        for row in [row for row in plan.rows if row.state is not State.SAME][:MAX_SHOWN]:
            when = f" ({says_when(row.candidate)})" if row.candidate else ""
            self.stdout.write(f"{STATE_NAMES[row.state]}: {row.title}{when}")
            for remark in row.remarks:
                self.stdout.write(f"    {remark}")
        for state in State:
            self.stdout.write(f"{STATE_NAMES[state]}: {plan.counts[state]}")

    def _count(self, outcome: Outcome) -> None:
        text = _("Записани: %(made)s нови, %(updated)s обновени, %(withdrawn)s оттеглени.")
        values = {"made": outcome.made, "updated": outcome.updated, "withdrawn": outcome.withdrawn}
        self.stdout.write(text % values)


def load(calendar: str) -> Loaded:
    """The bytes of a file, or of an address when it looks like one; ImportProblem for neither."""
    if "://" in calendar or calendar.lower().startswith(("javascript:", "file:", "data:")):
        private = bool(getattr(settings, "LIBRARY_IMPORT_FROM_PRIVATE_ADDRESSES", False))
        return fetch(calendar, private=private)
    return open_file(Path(calendar))
