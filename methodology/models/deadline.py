"""What the libraries of the region are expected to send, and by when."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

SOON = datetime.timedelta(days=14)


class MethodologyDeadline(TranslatableMixin, Orderable):
    """A form or a report that is due."""

    page = ParentalKey("methodology.MethodologyIndexPage", on_delete=models.CASCADE, related_name="deadlines")
    text = models.CharField(
        gettext_lazy("какво се изпраща"),
        max_length=200,
        help_text=gettext_lazy("Например „Годишна справка за 2026 г.“"),
    )
    day = models.DateField(gettext_lazy("краен срок"))
    form = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=gettext_lazy("образец или указание"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )

    panels = [FieldPanel("text"), FieldRowPanel([FieldPanel("day")]), PageChooserPanel("form")]
    override_translatable_fields = [
        TranslatableField("text"),
        SynchronizedField("day", overridable=False),
        SynchronizedField("form", overridable=False),
    ]

    # The address of the form in the language of the page; the page that lists it knows.
    url = ""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = gettext_lazy("срок")
        verbose_name_plural = gettext_lazy("срокове")

    def __str__(self) -> str:
        return self.text

    @property
    def is_over(self) -> bool:
        """Whether the day has passed."""
        return self.day < timezone.localdate()

    @property
    def is_soon(self) -> bool:
        """Whether it is due within two weeks."""
        return not self.is_over and self.day <= timezone.localdate() + SOON
