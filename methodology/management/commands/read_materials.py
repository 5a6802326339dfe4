"""`manage.py read_materials`: reads the files of all materials for the search, those that have changed."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from methodology.actions.read_files import IndexMaterials, ReadFiles
from methodology.models import FileText
from pages.models import LibraryDocument


class Command(BaseCommand):
    """For a site that had materials before their files were read, and after a restored backup."""

    help = "Reads the files of materials for the search, and lists those that it cannot read."

    def handle(self, *args: Any, **options: Any) -> None:
        held = LibraryDocument.objects.filter(in_materials__isnull=False).distinct()
        number = ReadFiles(held.order_by("pk")).execute()
        if number:
            IndexMaterials().execute()
        said = ngettext("Прочетен е %(number)s файл.", "Прочетени са %(number)s файла.", number)
        self.stdout.write(said % {"number": number})
        for text in FileText.objects.needing_care().select_related("document"):
            self.stdout.write(f"  {text.document.title}: {text.get_problem_display()}")
