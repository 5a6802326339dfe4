"""Reading the files of materials, so that the search finds what stands in them."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone
from modelsearch import index

from methodology.fulltext import limits
from methodology.fulltext.limits import Reading
from methodology.fulltext.reading import is_readable, read_all
from methodology.models import FileProblem, FileText, MaterialPage
from pages.actions.collect_words import AddWords
from pages.models import LibraryDocument

PIECE = 1024 * 1024
# So many copies lie on the disk together.
AT_ONCE = 8


class ReadFiles:
    """Reads those documents whose content has changed since they were read; the rest are left alone."""

    def __init__(self, documents: Iterable[LibraryDocument]) -> None:
        self.documents = list(documents)

    def execute(self) -> int:
        """Return how many were read; what cannot be read is written down for the editor."""
        known = FileText.objects.filter(document__in=self.documents)
        read_as = dict(known.values_list("document", "read_as"))
        changed = [one for one in self.documents if read_as.get(one.pk) != content_of(one)]
        for start in range(0, len(changed), AT_ONCE):
            part = changed[start : start + AT_ONCE]
            for document, reading in zip(part, _readings(part), strict=True):
                self._keep(document, reading)
        return len(changed)

    def _keep(self, document: LibraryDocument, reading: Reading) -> None:
        values = {"read_as": content_of(document), "text": reading.text, "problem": reading.problem}
        FileText.objects.update_or_create(document=document, defaults=values | {"read_at": timezone.now()})


class IndexMaterials:
    """Writes anew what the search knows of the materials that hold some documents."""

    def __init__(self, documents: Iterable[int] | None = None) -> None:
        self.documents = documents

    def execute(self) -> int:
        """Return how many pages were written; without documents, all that have files."""
        pages = MaterialPage.objects.filter(files__isnull=False)
        if self.documents is not None:
            pages = pages.filter(files__document__in=self.documents)
        number = 0
        for page in pages.distinct().order_by("pk").iterator(chunk_size=50):
            index.insert_or_update_object(page)
            AddWords(page).execute()
            number += 1
        return number


def content_of(document: LibraryDocument) -> str:
    """Return what tells one content of a document from the next."""
    return f"{document.file.name}:{document.file_hash}"[:400]


def _readings(documents: Sequence[LibraryDocument]) -> list[Reading]:
    with TemporaryDirectory(prefix="materials-") as folder:
        copies = [_copy(document, Path(folder) / str(document.pk)) for document in documents]
        there = [copy for copy in copies if isinstance(copy, Path)]
        found = dict(zip(there, read_all(there), strict=True))
    return [found[copy] if isinstance(copy, Path) else copy for copy in copies]


def _copy(document: LibraryDocument, stem: Path) -> Path | Reading:
    """Copy a document from wherever files are kept; the name of the copy is ours, only the ending is its."""
    if not is_readable(document.filename):
        return Reading(problem=limits.OTHER)
    path = stem.with_suffix(Path(document.filename).suffix.lower())
    try:
        if document.file.size > limits.MOST_BYTES:
            return Reading(problem=limits.LARGE)
        with document.file.open("rb") as source, path.open("wb") as copy:
            shutil.copyfileobj(source, copy, PIECE)
    except OSError:
        return Reading(problem=FileProblem.MISSING.value)
    return path
