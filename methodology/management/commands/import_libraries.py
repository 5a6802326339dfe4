"""Import a register of chitalishta from CSV or XLSX."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.actions.import_libraries import ImportLibraries, Outcome
from methodology.messages import located_sentence
from methodology.models import Library, LibraryKind
from methodology.register.findings import Finding, UnreadableFile
from methodology.register.records import Register, read_register

MAX_SHOWN = 200
NOTHING_IMPORTED = gettext_lazy(
    "Нищо не е внесено. Поправете отказаните редове или добавете --skip-refused, за да се внесат другите."
)


class Command(BaseCommand):
    """`import_libraries FILE [--dry-run] [--skip-refused]`."""

    help = "Внася библиотеките на читалищата от таблица (CSV или XLSX). Повторното внасяне не променя нищо."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="таблица .csv или .xlsx")
        parser.add_argument("--dry-run", action="store_true", help="само показва какво би се променило")
        parser.add_argument(
            "--skip-refused", action="store_true", help="внася верните редове, дори да има отказани"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        register = self._read(options["file"])
        action = ImportLibraries(register, dry_run=options["dry_run"], skip_refused=options["skip_refused"])
        outcome = action.execute()
        self._tell(outcome.findings)
        self._count(outcome)
        if outcome.refused and not outcome.written and not options["dry_run"]:
            raise CommandError(NOTHING_IMPORTED)

    def _read(self, path: Path) -> Register:
        try:
            return read_register(path)
        except UnreadableFile as error:
            lines = [located_sentence(finding) for finding in error.findings]
            raise CommandError("\n".join([_("Нищо не е внесено."), *lines])) from None

    def _tell(self, findings: list[Finding]) -> None:
        for finding in findings[:MAX_SHOWN]:
            self.stdout.write(located_sentence(finding))
        if len(findings) > MAX_SHOWN:
            self.stdout.write(_("… и още %(number)s бележки.") % {"number": len(findings) - MAX_SHOWN})

    def _count(self, outcome: Outcome) -> None:
        held = Library.objects.of_kind(LibraryKind.CHITALISHTE)
        rows = [
            (_("Прочетени"), outcome.total),
            (_("Нови"), outcome.new),
            (_("Променени"), outcome.changed),
            (_("Без промяна"), outcome.same),
            (_("Отказани"), outcome.refused),
            (_("Нови общини"), outcome.new_municipalities),
            (_("Нови населени места"), outcome.new_settlements),
            (_("Читалищни библиотеки в системата"), held.filter(is_sample=False).count()),
            (_("Примерни читалищни библиотеки"), held.filter(is_sample=True).count()),
        ]
        for label, number in rows:
            self.stdout.write(f"{label}: {number}")
        if not outcome.written:
            self.stdout.write(_("Нищо не е записано."))
