"""What the department has promised to come back to."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from methodology.querysets import FollowUpQuerySet


class FollowUp(models.Model):
    """Something left to do; it stays with the library, whoever works there."""

    library = models.ForeignKey(
        "methodology.Library",
        verbose_name=gettext_lazy("библиотека"),
        on_delete=models.PROTECT,
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    municipality = models.ForeignKey(
        "pages.Municipality",
        verbose_name=gettext_lazy("община"),
        on_delete=models.PROTECT,
        related_name="follow_ups",
        null=True,
        blank=True,
    )
    consultation = models.OneToOneField(
        "methodology.Consultation",
        on_delete=models.CASCADE,
        related_name="tracked",
        null=True,
        editable=False,
    )
    visit = models.OneToOneField(
        "methodology.Visit", on_delete=models.CASCADE, related_name="tracked", null=True, editable=False
    )
    finding = models.OneToOneField(
        "methodology.VisitFinding",
        on_delete=models.CASCADE,
        related_name="tracked",
        null=True,
        editable=False,
    )
    cooperation = models.OneToOneField(
        "methodology.Cooperation",
        on_delete=models.CASCADE,
        related_name="tracked",
        null=True,
        editable=False,
    )
    text = models.CharField(gettext_lazy("какво остава да се направи"), max_length=500)
    due_on = models.DateField(gettext_lazy("до кога"), null=True, blank=True)
    done_on = models.DateField(gettext_lazy("направено на"), null=True, blank=True)
    outcome = models.CharField(gettext_lazy("резултат"), max_length=500, blank=True)

    objects: ClassVar = FollowUpQuerySet.as_manager()

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("library"), FieldPanel("municipality")]),
        FieldPanel("due_on"),
        FieldRowPanel([FieldPanel("done_on"), FieldPanel("outcome")]),
    ]

    class Meta:
        verbose_name = gettext_lazy("задача за проследяване")
        verbose_name_plural = gettext_lazy("за проследяване")
        ordering = (models.F("due_on").asc(nulls_last=True), "id")
        indexes = (models.Index(fields=("library", "done_on"), name="follow_up_by_library"),)

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if self.library_id and self.library is not None:
            self.municipality_id = self.library.municipality_id
