"""Files of an event: a programme, a poster, rules of a contest."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

MAX_FILES = 20


class EventFile(TranslatableMixin, Orderable):
    """One file, under its own title or another."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        get_document_model_string(), verbose_name=_("документ"), on_delete=models.CASCADE, related_name="+"
    )

    title = models.CharField(
        _("заглавие"),
        max_length=200,
        blank=True,
        help_text=_("Ако е празно, се показва заглавието на документа."),
    )

    override_translatable_fields = [SynchronizedField("document", overridable=False)]
    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("файл")
        verbose_name_plural = _("файлове")

    def __str__(self) -> str:
        return self.title or self.document.title
