"""Find texts of other packages which the catalogues leave in English."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from pages import catalogues
from pages.catalogues import Coverage


class Command(BaseCommand):
    """`untranslated [--lang bg] [--list]`: exits with 1 when something is untranslated."""

    help = "Показва кои текстове на инсталираните приложения нямат превод."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--lang", default="bg", help="код на езика (bg)")
        parser.add_argument("--list", action="store_true", help="показва и самите текстове")

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["lang"]
        if language == catalogues.SOURCE_LANGUAGE or not catalogues.is_known(language):
            raise CommandError(_("За езика „%(code)s“ няма какво да се провери.") % {"code": language})
        found = list(catalogues.coverage(language))
        for each in found:
            self._tell(each, with_texts=options["list"])
        missing = len({(each.domain, text) for each in found for text in each.missing})
        self.stdout.write(_("Непреведени: %(number)s") % {"number": missing})
        if missing:
            raise CommandError(_("Има непреведени текстове. Допълнете каталозите в locale/."))

    def _tell(self, found: Coverage, *, with_texts: bool) -> None:
        self.stdout.write(f"{found.app:32} {found.domain:9} {len(found.missing):5} / {len(found.texts)}")
        if with_texts:
            for text in sorted(found.missing, key=lambda text: text.key):
                self.stdout.write(f"    {text.singular!r}")
