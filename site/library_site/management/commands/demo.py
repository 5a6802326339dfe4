"""`manage.py demo`: the demo content, as alive today as on the day it was written."""

import argparse
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from library_site.demo.counts import counts
from library_site.demo.load import load
from library_site.demo.loaders.staff import PASSWORD, STAFF

MAX_SCALE = 200


class Command(BaseCommand):
    """Loads the demo content; safe to run again."""

    help = "Loads the demo content: texts, pictures, events around today, staff with a known password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--scale", type=_scale, default=1, metavar="N", help="N times the events, news, libraries"
        )
        parser.add_argument(
            "--today", type=_day, default=None, metavar="YYYY-MM-DD", help="load as of this day"
        )
        parser.add_argument("--force", action="store_true", help="on any settings; makes no staff then")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse on a real site, load, and say what there is."""
        is_demo = getattr(settings, "LIBRARY_DEMO", False)
        with override("bg"):
            if not (is_demo or options["force"]):
                raise CommandError(
                    _(
                        "Тези настройки не са за демонстрация: примерното съдържание би се смесило с "
                        "истинското. Ако наистина го искате, добавете --force. "
                        "Служители с известна парола тогава не се създават."
                    )
                )
            load(options["today"] or timezone.localdate(), options["scale"], is_demo, self._progress(options))
            self._report(is_demo)

    def _progress(self, options: dict[str, Any]) -> Any:
        if options["verbosity"] < 2:
            return lambda name: None
        return lambda name: self.stdout.write(f"… {name}")

    def _report(self, is_demo: bool) -> None:
        self.stdout.write(_("Примерното съдържание е заредено:"))
        for name, number in counts().items():
            self.stdout.write(f"  {number:>6}  {name}")
        if not is_demo:
            return
        base = settings.WAGTAILADMIN_BASE_URL
        self.stdout.write(_("Сайт: %(base)s/ и на английски: %(base)s/en/") % {"base": base})
        self.stdout.write(_("Администрация: %(base)s/admin/") % {"base": base})
        self.stdout.write(
            _("Потребители: %(names)s; парола за всички: %(password)s")
            % {"names": ", ".join(STAFF), "password": PASSWORD}
        )


def _scale(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= MAX_SCALE:
        raise argparse.ArgumentTypeError(_("Мащабът е цяло число от 1 до %(most)s.") % {"most": MAX_SCALE})
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("Въведете ден като 2026-11-23.")) from None
