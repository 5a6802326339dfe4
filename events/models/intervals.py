"""From when to when: the rows under opening hours and exceptions."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from events import hours
from events.wording import user_error


class Weekday(models.IntegerChoices):
    """Days of the week as Python's `date.weekday()` numbers them."""

    MONDAY = 0, _("понеделник")
    TUESDAY = 1, _("вторник")
    WEDNESDAY = 2, _("сряда")
    THURSDAY = 3, _("четвъртък")
    FRIDAY = 4, _("петък")
    SATURDAY = 5, _("събота")
    SUNDAY = 6, _("неделя")


class Interval(Orderable):
    """Open from one wall-clock time to another of the same day, half-open."""

    opens = models.TimeField(_("отваря"))
    closes = models.TimeField(_("затваря"))

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}" if self.opens and self.closes else ""

    def clean(self) -> None:
        super().clean()
        if self.opens is None or self.closes is None:
            return
        for problem in hours.validate_intervals([(self.opens, self.closes)]):
            raise ValidationError({"closes": user_error(problem)})


class OpeningInterval(Interval):
    """An interval of one weekday in a regular week or a season."""

    opening_hours = ParentalKey("events.OpeningHours", on_delete=models.CASCADE, related_name="intervals")

    weekday = models.PositiveSmallIntegerField(_("ден"), choices=Weekday.choices)

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")])]

    class Meta(Interval.Meta):
        verbose_name = _("работен интервал")
        verbose_name_plural = _("работни интервали")


class ExceptionInterval(Interval):
    """An interval of one date which differs from its week."""

    opening_exception = ParentalKey(
        "events.OpeningException", on_delete=models.CASCADE, related_name="intervals"
    )

    panels = [FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")])]

    class Meta(Interval.Meta):
        verbose_name = _("интервал на изключение")
        verbose_name_plural = _("интервали на изключение")
