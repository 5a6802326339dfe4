"""Trainings and meetings that the department holds for the librarians of the region."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from methodology.forms.training import TrainingForm
from methodology.querysets import TrainingQuerySet
from methodology.trainings.stages import TAKES_REGISTRATIONS, PublicStatus, TrainingStatus, public_status
from methodology.wording import when


class TrainingKind(models.TextChoices):
    """The forms of training and meeting."""

    PRACTICUM = "practicum", gettext_lazy("практикум")
    SEMINAR = "seminar", gettext_lazy("семинар")
    COMPUTER_SKILLS = "computer-skills", gettext_lazy("компютърни и информационни умения")
    REGIONAL_MEETING = "regional-meeting", gettext_lazy("регионална работна среща")
    MUNICIPAL_MEETING = "municipal-meeting", gettext_lazy("общинска среща")


class Training(ClusterableModel):
    """A training with its days; the times are wall-clock times in Europe/Sofia, the days inclusive."""

    kind = models.CharField(
        gettext_lazy("вид"), max_length=20, choices=TrainingKind.choices, default=TrainingKind.SEMINAR
    )
    status = models.CharField(
        gettext_lazy("състояние"),
        max_length=20,
        choices=TrainingStatus.choices,
        editable=False,
        default=TrainingStatus.DRAFT,
    )
    title = models.CharField(gettext_lazy("тема"), max_length=255)
    start_date = models.DateField(gettext_lazy("първи ден"), db_index=True)
    start_time = models.TimeField(gettext_lazy("начален час"), null=True, blank=True)
    end_date = models.DateField(
        gettext_lazy("последен ден"), null=True, blank=True, help_text=gettext_lazy("Празно: един ден.")
    )
    end_time = models.TimeField(gettext_lazy("краен час"), null=True, blank=True)
    place = models.CharField(gettext_lazy("място"), max_length=255, blank=True)
    description = models.TextField(gettext_lazy("описание"), max_length=5000, blank=True)
    lecturers = models.CharField(gettext_lazy("лектори"), max_length=255, blank=True)
    capacity = models.PositiveSmallIntegerField(gettext_lazy("места"), null=True, blank=True)
    registration_note = models.TextField(
        gettext_lazy("записване"),
        max_length=1000,
        blank=True,
        help_text=gettext_lazy("Как и докога се записват участниците."),
    )
    municipalities = ParentalManyToManyField(
        "pages.Municipality",
        verbose_name=gettext_lazy("за общини"),
        related_name="trainings",
        blank=True,
        help_text=gettext_lazy("Без отметка: за всички общини."),
    )
    registration_until = models.DateField(
        gettext_lazy("записване до"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Последният ден за записване. Празно: до началото на обучението."),
    )
    project = models.CharField(
        gettext_lazy("проект"),
        max_length=150,
        blank=True,
        db_index=True,
        help_text=gettext_lazy("Името на проекта, по който е обучението, за да се брои дейността по него."),
    )
    certificate_share = models.PositiveSmallIntegerField(
        gettext_lazy("присъствие за удостоверение, %"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=gettext_lazy("Каква част от учебните часове трябва да е присъствал участникът."),
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    is_public = models.BooleanField(
        gettext_lazy("публично"),
        default=True,
        help_text=gettext_lazy("Показва се на сайта и в данните за партньори."),
    )

    # Where the training is shown; the page that lists it knows.
    url = ""

    objects = TrainingQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("project")]),
                FieldPanel("is_public"),
            ],
            heading=gettext_lazy("Обучение"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldPanel("place"),
            ],
            heading=gettext_lazy("Кога и къде"),
        ),
        InlinePanel(
            "sessions",
            heading=gettext_lazy("Учебни дни"),
            label=gettext_lazy("учебен ден"),
            max_num=60,
            help_text=gettext_lazy(
                "Оставете празно, за да се направи по един за всеки работен ден при отваряне на записването."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel("description"), FieldPanel("lecturers")], heading=gettext_lazy("Съдържание")
        ),
        InlinePanel(
            "materials",
            heading=gettext_lazy("Материали"),
            label=gettext_lazy("материал"),
            max_num=30,
        ),
        MultiFieldPanel(
            [
                FieldPanel("municipalities", widget=CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("registration_until")]),
                FieldPanel("registration_note"),
                FieldPanel("certificate_share"),
            ],
            heading=gettext_lazy("Участници"),
        ),
    ]

    base_form_class = TrainingForm

    class Meta:
        verbose_name = gettext_lazy("обучение")
        verbose_name_plural = gettext_lazy("обучения")
        ordering = ("-start_date", "-start_time", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def when(self) -> str:
        """The days and the hours in words."""
        return when(self)

    @property
    def last_day(self) -> datetime.date:
        """The last day, the first one when the training takes one day."""
        return self.end_date or self.start_date

    @property
    def public_status(self) -> PublicStatus:
        """What visitors are told of its stage."""
        return public_status(self.status)

    @property
    def last_day_to_register(self) -> datetime.date:
        """The last day on which a librarian may register."""
        return self.registration_until or self.start_date

    @property
    def takes_registrations(self) -> bool:
        """Whether a librarian may register today."""
        return self.status in TAKES_REGISTRATIONS and timezone.localdate() <= self.last_day_to_register

    def clean(self) -> None:
        super().clean()
        errors = self._order_errors()
        if self.end_time and not self.start_time:
            errors["start_time"] = _("Въведете и начален час.")
        if self.registration_until and self.start_date and self.registration_until > self.last_day:
            errors["registration_until"] = _("Записването свършва след обучението. Поправете датата.")
        if self.capacity == 0:
            errors["capacity"] = _("Въведете поне едно място или оставете полето празно.")
        if errors:
            raise ValidationError(errors)

    def _order_errors(self) -> dict[str, str]:
        if not self.start_date:
            return {}
        if self.end_date and self.end_date < self.start_date:
            return {"end_date": _("Последният ден е преди първия. Поправете една от двете дати.")}
        one_day = self.last_day == self.start_date
        if one_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            return {"end_time": _("Краят е преди началото. Поправете един от двата часа.")}
        return {}
