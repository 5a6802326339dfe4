"""What was read in a file of a material."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model_string

from methodology.fulltext import limits
from methodology.querysets.file_texts import FileTextQuerySet


class FileProblem(models.TextChoices):
    """Why the search finds nothing, or not everything, that stands in a file."""

    NONE = limits.GOOD, gettext_lazy("прочетен")
    ENCRYPTED = limits.ENCRYPTED, gettext_lazy("с парола – търсенето не вижда текста му")
    BROKEN = limits.BROKEN, gettext_lazy("повреден – отворете го и го запишете отново")
    LARGE = limits.LARGE, gettext_lazy("твърде голям – разделете го на части")
    SLOW = limits.SLOW, gettext_lazy("чете се твърде дълго – запишете го отново като PDF")
    EMPTY = limits.EMPTY, gettext_lazy("без текст – вероятно е сканиран; разпознайте текста му")
    CUT = limits.CUT, gettext_lazy("много дълъг – търси се само в началото му")
    OTHER = limits.OTHER, gettext_lazy("вид, в който не се търси")
    MISSING = "missing", gettext_lazy("липсва – качете го отново")


class FileText(models.Model):
    """The text of a document for the search, or why there is none; written by a task only."""

    document = models.OneToOneField(
        get_document_model_string(), on_delete=models.CASCADE, related_name="file_text"
    )
    # Which content was read: an uploaded file gets a name and a hash of its own.
    read_as = models.CharField(max_length=400)
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=10, choices=FileProblem.choices, blank=True)
    read_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = FileTextQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("текст на файл")
        verbose_name_plural = gettext_lazy("текстове на файлове")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.get_problem_display()}"

    @property
    def needs_care(self) -> bool:
        """Whether an editor can do something about it."""
        return self.problem not in (FileProblem.NONE, FileProblem.OTHER)
