"""When an exhibition can be seen: weekdays with hours inside its days."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from events.models.intervals import Interval, Weekday
from events.planning.visiting import Visiting


class VisitingHours(Interval):
    """„Вторник – събота, 10:00–17:00“; a row without a last weekday is about one day."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="visiting_hours")

    weekday = models.PositiveSmallIntegerField(_("от ден"), choices=Weekday.choices)
    last_weekday = models.PositiveSmallIntegerField(
        _("до ден"),
        choices=Weekday.choices,
        null=True,
        blank=True,
        help_text=_("Включително. Празно: само този ден."),
    )

    panels = [
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("last_weekday")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
    ]

    class Meta(Interval.Meta):
        verbose_name = _("часове за посещение")
        verbose_name_plural = _("часове за посещение")

    def as_visiting(self) -> Visiting:
        """The row as the plain rules take it."""
        last = self.weekday if self.last_weekday is None else self.last_weekday
        return Visiting(self.weekday, last, self.opens, self.closes)
