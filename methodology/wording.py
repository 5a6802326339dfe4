"""Trainings and files in words, in the active language."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.bulgarian import dates
from pages.navigation import active_language

if TYPE_CHECKING:
    from methodology.models import Library, MaterialFile, Training


def when(training: "Training") -> str:
    """Return „7 – 11 декември 2026 г., 10:00–16:00 ч.“; the hours only where they are known."""
    days = dates.date_range(training.start_date, training.last_day, active_language())
    if training.start_time is None:
        return days
    hours = dates.time_range(training.start_time, training.end_time)
    return _("%(days)s, %(hours)s ч.") % {"days": days, "hours": hours}


def file_summary(files: "Iterable[MaterialFile]") -> str:
    """Return „PDF, 1,2 MB“ for one file, „3 файла: PDF, DOCX“ for more, nothing for none."""
    documents = [file.document for file in files]
    if len(documents) == 1:
        return ", ".join(filter(None, (documents[0].extension, documents[0].human_size)))
    if not documents:
        return ""
    kinds = ", ".join(dict.fromkeys(document.extension for document in documents if document.extension))
    counted = ngettext("%(number)s файл", "%(number)s файла", len(documents)) % {"number": len(documents)}
    return f"{counted}: {kinds}" if kinds else counted


def library_label(library: "Library") -> str:
    """Return „с. Асен · Съзнание – 1921“, by which a library is found among two hundred."""
    return f"{library.settlement} · {library.name}"
