"""What a visit found, and what it recommended."""

from django.db import models
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class FindingKind(models.TextChoices):
    """What a line says."""

    FINDING = "finding", gettext_lazy("констатация")
    RECOMMENDATION = "recommendation", gettext_lazy("препоръка")


class VisitFinding(Orderable, models.Model):
    """One thing found or recommended; with a day to come back to it is followed up.

    `models.Model` is named for the type checker, which cannot see into Wagtail.
    """

    visit = ParentalKey("methodology.Visit", on_delete=models.CASCADE, related_name="findings")
    topic = models.ForeignKey(
        "methodology.Topic",
        verbose_name=gettext_lazy("тема"),
        on_delete=models.PROTECT,
        related_name="findings",
        null=True,
        blank=True,
    )
    kind = models.CharField(
        gettext_lazy("вид"), max_length=14, choices=FindingKind.choices, default=FindingKind.FINDING
    )
    text = models.TextField(gettext_lazy("текст"), max_length=2000)
    due_on = models.DateField(gettext_lazy("да се провери до"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("topic")]),
        FieldPanel("text"),
        FieldPanel("due_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("констатация или препоръка")
        verbose_name_plural = gettext_lazy("констатации и препоръки")

    def __str__(self) -> str:
        return self.text[:80]
