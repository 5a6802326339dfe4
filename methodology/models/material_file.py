"""A file of a material."""

from django.db import models
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable


class MaterialFile(Orderable):
    """A document with the name it goes by in the material."""

    page = ParentalKey("methodology.MaterialPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=gettext_lazy("файл"),
        on_delete=models.PROTECT,
        related_name="in_materials",
    )
    title = models.CharField(
        gettext_lazy("име"),
        max_length=255,
        blank=True,
        help_text=gettext_lazy("Празно: името на документа."),
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("файл")
        verbose_name_plural = gettext_lazy("файлове")

    def __str__(self) -> str:
        return self.display_title

    @property
    def display_title(self) -> str:
        """The name to show: its own, else the document's."""
        return self.title or self.document.title
