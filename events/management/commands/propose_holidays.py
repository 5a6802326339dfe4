"""Propose the public holidays of a year as closures."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from events.actions import propose_holidays
from events.hours import HoursError


class Command(BaseCommand):
    """Makes proposed closures for an editor to confirm; a date is never proposed twice."""

    help = "Предлага официалните празници на една година като затваряния."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", type=int, help="Година, например 2027.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            proposed = propose_holidays(options["year"])
        except HoursError as problem:
            raise CommandError(str(problem)) from problem
        for closure in proposed:
            self.stdout.write(f"{closure.start_date:%d.%m.%Y} {closure.reason}")
        self.stdout.write(_("Предложени дни: %(number)s") % {"number": len(proposed)})
