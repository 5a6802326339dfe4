"""What a training is taught from."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable


class TrainingMaterial(Orderable):
    """A material of the department or a file of its own."""

    training = ParentalKey("methodology.Training", on_delete=models.CASCADE, related_name="materials")
    page = models.ForeignKey(
        "methodology.MaterialPage",
        verbose_name=gettext_lazy("материал"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=gettext_lazy("файл"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    panels = [FieldPanel("page"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("материал на обучението")
        verbose_name_plural = gettext_lazy("материали на обучението")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if (self.page_id is None) == (self.document_id is None):
            raise ValidationError({"page": _("Изберете материал или файл – едното от двете.")})

    @property
    def title(self) -> str:
        """The name to show."""
        if self.page:
            return self.page.title
        return self.document.title if self.document else ""

    @property
    def url(self) -> str:
        """Where it is read; empty for a material that is not published."""
        if self.page:
            return (self.page.url or "") if self.page.live else ""
        return self.document.url if self.document else ""
