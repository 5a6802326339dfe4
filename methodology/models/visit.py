"""Visits to libraries and field surveys, with what was found and recommended."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from methodology.models.place_of_work import AboutPlace
from methodology.querysets import VisitQuerySet

MAX_MET = 1_000


class VisitKind(models.TextChoices):
    """Why the department went there."""

    VISIT = "visit", gettext_lazy("посещение на място")
    SURVEY = "survey", gettext_lazy("теренно проучване")


class Visit(AboutPlace, ClusterableModel):
    """A visit to one library on one day; `met` counts the people met there."""

    persons = ParentalManyToManyField(
        "methodology.Person", verbose_name=gettext_lazy("с кого"), related_name="visits", blank=True
    )
    kind = models.CharField(
        gettext_lazy("вид"), max_length=8, choices=VisitKind.choices, default=VisitKind.VISIT
    )
    met = models.PositiveSmallIntegerField(
        gettext_lazy("срещнати хора"),
        default=1,
        validators=[MaxValueValidator(MAX_MET)],
        help_text=gettext_lazy("Колко души от библиотеката са участвали. Брои се като участия."),
    )
    visitors = models.CharField(
        gettext_lazy("от отдела"),
        max_length=255,
        blank=True,
        help_text=gettext_lazy("Кой от отдела е бил там."),
    )
    summary = models.TextField(gettext_lazy("накратко"), max_length=5000, blank=True)

    objects = VisitQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("library"), FieldPanel("date")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("project")]),
                FieldPanel("persons"),
                FieldRowPanel([FieldPanel("met"), FieldPanel("visitors")]),
                FieldPanel("summary"),
            ],
            heading=gettext_lazy("Посещение"),
        ),
        InlinePanel(
            "findings",
            heading=gettext_lazy("Констатации и препоръки"),
            label=gettext_lazy("констатация или препоръка"),
            max_num=50,
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("follow_up"), FieldPanel("due_on")])],
            heading=gettext_lazy("Какво предстои"),
        ),
    ]

    class Meta(AboutPlace.Meta):
        verbose_name = gettext_lazy("посещение")
        verbose_name_plural = gettext_lazy("посещения и проучвания")
        indexes = (models.Index(fields=("municipality", "date"), name="visit_by_place"),)
        constraints = (
            models.UniqueConstraint(
                fields=("library", "date", "kind"),
                name="one_visit_a_day",
                violation_error_message=gettext_lazy(
                    "За този ден вече има такова посещение в библиотеката. Допълнете него."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.library}"

    def clean(self) -> None:
        super().clean()
        if self.library_id is None:
            raise ValidationError({"library": _("Изберете библиотеката, която е посетена.")})
