"""What the department and a municipal administration do together."""

from django.db import models
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from methodology.models.place_of_work import AboutPlace
from methodology.querysets import CooperationQuerySet


class CooperationKind(models.TextChoices):
    """The kinds of record."""

    AGREEMENT = "agreement", gettext_lazy("споразумение")
    JOINT_ACTION = "joint-action", gettext_lazy("съвместна дейност")
    PROBLEM = "problem", gettext_lazy("проблем")
    RECOMMENDATION = "recommendation", gettext_lazy("препоръка")
    FOLLOW_UP = "follow-up", gettext_lazy("проследяване")


class Cooperation(AboutPlace):
    """One record of work with an administration; a follow-up names the record it follows."""

    administration = models.ForeignKey(
        "methodology.Administration",
        verbose_name=gettext_lazy("общинска администрация"),
        on_delete=models.PROTECT,
        related_name="cooperation",
    )
    about = models.ForeignKey(
        "self",
        verbose_name=gettext_lazy("по повод на"),
        on_delete=models.SET_NULL,
        related_name="sequels",
        null=True,
        blank=True,
        help_text=gettext_lazy("Записът, който се проследява."),
    )
    kind = models.CharField(gettext_lazy("вид"), max_length=16, choices=CooperationKind.choices)
    title = models.CharField(gettext_lazy("накратко"), max_length=255)
    text = models.TextField(gettext_lazy("описание"), max_length=5000, blank=True)

    objects = CooperationQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("administration"), FieldPanel("date")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("project")]),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("library"), FieldPanel("about")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("follow_up"), FieldPanel("due_on")])],
            heading=gettext_lazy("Какво предстои"),
        ),
    ]

    class Meta(AboutPlace.Meta):
        verbose_name = gettext_lazy("запис за сътрудничество")
        verbose_name_plural = gettext_lazy("сътрудничество с общините")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.administration_id:
            self.municipality_id = self.administration.municipality_id
