"""Services bound to hours: offered within the hours of a department, not all of them."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from events import hours
from events.forms.services import ServiceForm
from events.hours.services import MAX_LAST_CALL
from events.models.intervals import Interval, Weekday
from events.panels.week import WeekPanel


class Service(ClusterableModel):
    """A service of the library or of one department with hours of its own, or a last call."""

    department = models.ForeignKey(
        "events.Department",
        verbose_name=_("отдел"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="timed_services",
        help_text=_("Оставете празно за услуга на цялата библиотека."),
    )

    name = models.CharField(_("услуга"), max_length=120, help_text=_("Например: „Копирни услуги“."))
    name_en = models.CharField(_("услуга на английски"), max_length=120, blank=True)
    last_call = models.PositiveSmallIntegerField(
        _("последно приемане, минути преди края"),
        default=0,
        validators=[
            MaxValueValidator(MAX_LAST_CALL, _("Най-много %(limit_value)s минути преди затварянето."))
        ],
        help_text=_("Например 30: до половин час преди затварянето на отдела. 0: до самия край."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("ред"), default=100, help_text=_("По-малкото число стои по-напред в списъците.")
    )

    base_form_class = ServiceForm
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldPanel("department", widget=Select),
        FieldPanel("last_call"),
        WeekPanel(
            heading=_("Часове на услугата"),
            help_text=_("Оставете всички дни празни, ако услугата се предлага, докато отделът е отворен."),
        ),
        FieldPanel("sort_order"),
    ]

    class Meta:
        verbose_name = _("услуга с часове")
        verbose_name_plural = _("услуги с часове")
        ordering = ["department__sort_order", "sort_order", "name"]

    def __str__(self) -> str:
        return self.name

    def as_rule(self) -> hours.Service:
        """The service as the plain rules take it."""
        rows = [(row.weekday, row.opens, row.closes) for row in self.intervals.all()]
        week = hours.Week.from_rows(rows) if rows else None
        return hours.Service(self.name, self.name_en, week, self.last_call, f"service-{self.pk}")


class ServiceInterval(Interval):
    """An interval of one weekday in which a service is offered."""

    service = ParentalKey("events.Service", on_delete=models.CASCADE, related_name="intervals")

    weekday = models.PositiveSmallIntegerField(_("ден"), choices=Weekday.choices)

    class Meta(Interval.Meta):
        verbose_name = _("интервал на услуга")
        verbose_name_plural = _("интервали на услуги")
