"""How often a document was taken on a day; nothing about by whom."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model_string

from methodology.querysets.file_texts import DownloadDayQuerySet


class DownloadDay(models.Model):
    """One row a document a day."""

    document = models.ForeignKey(
        get_document_model_string(), on_delete=models.CASCADE, related_name="download_days"
    )
    day = models.DateField(gettext_lazy("ден"), default=timezone.localdate)
    downloads = models.PositiveIntegerField(gettext_lazy("изтегляния"), default=1)

    objects: ClassVar = DownloadDayQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("изтегляния за ден")
        verbose_name_plural = gettext_lazy("изтегляния по дни")
        constraints = (models.UniqueConstraint(fields=("document", "day"), name="one_row_a_document_a_day"),)

    def __str__(self) -> str:
        return f"{self.document_id}, {self.day:%d.%m.%Y}: {self.downloads}"
