"""Consultations: what the department was asked, by whom, and what it answered."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from methodology.models.place_of_work import AboutPlace
from methodology.querysets import ConsultationQuerySet

MAX_MINUTES = 24 * 60
MAX_REACHED = 100_000


class Channel(models.TextChoices):
    """How somebody was consulted."""

    PHONE = "phone", gettext_lazy("телефон")
    EMAIL = "email", gettext_lazy("ел. поща")
    SOCIAL_GROUP = "social-group", gettext_lazy("група в социална мрежа")
    ON_SITE = "on-site", gettext_lazy("на място")
    MEETING = "meeting", gettext_lazy("среща")


class ConsultationSource(models.TextChoices):
    """Where the record comes from."""

    DEPARTMENT = "department", gettext_lazy("отделът")
    ENQUIRY_DESK = "enquiry-desk", gettext_lazy("„Попитай библиотекаря“")


class Consultation(AboutPlace, ClusterableModel, index.Indexed):
    """One consultation; `reached` counts attendances, `persons` are people."""

    persons = ParentalManyToManyField(
        "methodology.Person",
        verbose_name=gettext_lazy("кой е потърсил консултацията"),
        related_name="consultations",
        blank=True,
    )
    topics = ParentalManyToManyField(
        "methodology.Topic", verbose_name=gettext_lazy("теми"), related_name="consultations", blank=True
    )
    channel = models.CharField(
        gettext_lazy("как"), max_length=16, choices=Channel.choices, default=Channel.PHONE
    )
    minutes = models.PositiveSmallIntegerField(
        gettext_lazy("минути"), null=True, blank=True, validators=[MaxValueValidator(MAX_MINUTES)]
    )
    reached = models.PositiveIntegerField(
        gettext_lazy("достигнати хора"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_REACHED)],
        help_text=gettext_lazy("За публикация в група – колко души са я видели. Брои се като участия."),
    )
    question = models.CharField(gettext_lazy("въпрос"), max_length=500)
    answer = models.TextField(gettext_lazy("отговор"), max_length=10_000, blank=True)
    source = models.CharField(
        gettext_lazy("източник"),
        max_length=16,
        choices=ConsultationSource.choices,
        default=ConsultationSource.DEPARTMENT,
    )
    external_reference = models.CharField(
        gettext_lazy("номер при източника"),
        max_length=64,
        blank=True,
        help_text=gettext_lazy("Номерът на въпроса, за да се брои само веднъж."),
    )

    objects = ConsultationQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("question"),
                FieldPanel("answer"),
                FieldRowPanel([FieldPanel("date"), FieldPanel("channel")]),
                FieldRowPanel([FieldPanel("minutes"), FieldPanel("reached")]),
            ],
            heading=gettext_lazy("Консултация"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("library"), FieldPanel("municipality")]),
                FieldPanel("persons"),
                FieldPanel("topics"),
                FieldPanel("project"),
            ],
            heading=gettext_lazy("За кого и за какво"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("follow_up"), FieldPanel("due_on")])],
            heading=gettext_lazy("Какво предстои"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("source"), FieldPanel("external_reference")])],
            heading=gettext_lazy("Източник"),
        ),
    ]
    search_fields = [
        index.SearchField("question", boost=2),
        index.SearchField("answer"),
        index.AutocompleteField("question"),
        index.FilterField("date"),
    ]

    class Meta(AboutPlace.Meta):
        verbose_name = gettext_lazy("консултация")
        verbose_name_plural = gettext_lazy("консултации")
        indexes = (models.Index(fields=("municipality", "date"), name="consultation_by_place"),)
        constraints = (
            models.UniqueConstraint(
                fields=("source", "external_reference"),
                condition=~models.Q(external_reference=""),
                name="question_counted_once",
                violation_error_message=gettext_lazy(
                    "Въпросът с този номер вече е записан като консултация. Всеки се брои веднъж."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.question

    def clean(self) -> None:
        super().clean()
        self.question = " ".join(self.question.split())
        if self.source == ConsultationSource.ENQUIRY_DESK and not self.external_reference:
            message = _("Въведете номера на въпроса, за да не се преброи два пъти.")
            raise ValidationError({"external_reference": message})
