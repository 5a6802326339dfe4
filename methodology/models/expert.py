"""Who reads the records of which municipality."""

from django.conf import settings
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel


class MunicipalExpert(ClusterableModel):
    """An account of somebody in a municipal administration, who reads the records of that municipality."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=gettext_lazy("потребител"),
        on_delete=models.CASCADE,
        related_name="municipal_expert",
    )
    municipalities = ParentalManyToManyField(
        "pages.Municipality", verbose_name=gettext_lazy("вижда записите на"), related_name="experts"
    )

    panels = [FieldPanel("user"), FieldPanel("municipalities", widget=CheckboxSelectMultiple)]

    class Meta:
        verbose_name = gettext_lazy("експерт в община")
        verbose_name_plural = gettext_lazy("експерти в общините")
        ordering = ("user__last_name", "user__username")

    def __str__(self) -> str:
        name: str = self.user.get_full_name() or self.user.get_username()
        return name

    @property
    def municipality_names(self) -> str:
        """The municipalities in words."""
        return ", ".join(place.name for place in self.municipalities.all())
