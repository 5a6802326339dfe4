"""Opening hours: the regular week, seasons, and dates which differ."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

from events.forms.opening_hours import ExceptionForm
from events.forms.week import WeekForm
from events.models.announcements import Announcing
from events.models.limits import Errors, period_errors, raise_all, year_errors
from events.panels.week import WeekPanel

MAX_SEASON_DAYS = 366

SECOND_WEEK = _("Вече има редовна седмица за това място. Променете нея или въведете сезон.")
SECOND_EXCEPTION = _("За тази дата вече има изключение. Променете него, вместо да добавяте второ.")


class OpeningHours(ClusterableModel):
    """A week of opening hours, regular or of a season, of the library or of one department."""

    department = models.ForeignKey(
        "events.Department",
        verbose_name=_("отдел"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="opening_hours",
        help_text=_(
            "Оставете празно за цялата библиотека. Отдел без свое работно време следва библиотеката."
        ),
    )

    name = models.CharField(
        _("име"),
        max_length=120,
        help_text=_("Например: „Редовно работно време“ или „Лятно работно време 2027“."),
    )
    valid_from = models.DateField(
        _("от дата"),
        null=True,
        blank=True,
        help_text=_("Само за сезон: първият му ден. Празно: редовна седмица."),
    )
    valid_until = models.DateField(
        _("до дата"), null=True, blank=True, help_text=_("Само за сезон: последният му ден, включително.")
    )

    base_form_class = WeekForm
    panels = [
        FieldPanel("name"),
        FieldPanel("department", widget=Select),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")])], heading=_("Сезон")
        ),
        WeekPanel(heading=_("Кога е отворено")),
        HelpPanel(template="events/admin/effects.html", heading=_("Какво ще се промени")),
    ]

    class Meta:
        verbose_name = _("работно време")
        verbose_name_plural = _("работно време")
        ordering = ["department__sort_order", "valid_from", "name"]
        constraints = [
            # The library is no row: as a department it has the number 0.
            models.UniqueConstraint(
                Coalesce("department", 0),
                condition=models.Q(valid_from=None),
                name="one_regular_week",
                violation_error_message=SECOND_WEEK,
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_season(self) -> bool:
        return self.valid_from is not None

    def clean(self) -> None:
        super().clean()
        errors = self._season_errors()
        if not errors:
            errors = self._overlap_errors()
        raise_all(errors)

    def _season_errors(self) -> Errors:
        if (self.valid_from is None) != (self.valid_until is None):
            missing = "valid_until" if self.valid_until is None else "valid_from"
            return {
                missing: ValidationError(
                    _("Сезонът има и първи, и последен ден. Въведете и двата или оставете и двата празни."),
                    code="half-season",
                )
            }
        errors = year_errors({"valid_from": self.valid_from, "valid_until": self.valid_until})
        return errors or period_errors(self.valid_from, self.valid_until, "valid_until", MAX_SEASON_DAYS)

    def _overlap_errors(self) -> Errors:
        others = OpeningHours.objects.filter(department=self.department_id).exclude(pk=self.pk)
        if self.valid_from is None:
            field, others = "department", others.filter(valid_from=None)
            message = _(
                "Вече има редовна седмица за това място: „%(name)s“. Променете нея или въведете сезон."
            )
        else:
            field = "valid_from"
            others = others.filter(valid_from__lte=self.valid_until, valid_until__gte=self.valid_from)
            message = _(
                "Сезонът се застъпва с „%(name)s“ за същото място. Променете датите на единия от двата."
            )
        other = others.first()
        if other is None:
            return {}
        return {field: ValidationError(message, code="overlap", params={"name": other.name})}


# django-stubs finds no manager on the rows that point here.
class OpeningException(Announcing, ClusterableModel):  # type: ignore[django-manager-missing]
    """A date with hours of its own: longer, shorter, open when closed, or closed."""

    department = models.ForeignKey(
        "events.Department",
        verbose_name=_("отдел"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="opening_exceptions",
        help_text=_("Оставете празно за цялата библиотека."),
    )

    date = models.DateField(_("дата"))
    reason = models.CharField(
        _("причина"), max_length=200, help_text=_("Посетителите я виждат. Например: „Нощ на библиотеките“.")
    )
    reason_en = models.CharField(_("причина на английски"), max_length=200, blank=True)
    # The stamp of its days in calendars: a subscriber's program asks whether they changed.
    changed_at = models.DateTimeField(_("последна промяна"), auto_now=True)

    base_form_class = ExceptionForm
    panels = [
        FieldPanel("date"),
        FieldPanel("department", widget=Select),
        FieldPanel("reason"),
        FieldPanel("reason_en"),
        FieldPanel("hours", heading=_("Кога е отворено на тази дата")),
        MultiFieldPanel([FieldPanel("announcement"), FieldPanel("announcement_en")], heading=_("Съобщение")),
        HelpPanel(template="events/admin/effects.html", heading=_("Какво ще се промени")),
    ]

    class Meta:
        verbose_name = _("изключение от работното време")
        verbose_name_plural = _("изключения от работното време")
        ordering = ["-date"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("department", 0),
                "date",
                name="one_exception_a_day",
                violation_error_message=SECOND_EXCEPTION,
            )
        ]

    def __str__(self) -> str:
        return f"{self.date:%d.%m.%Y}: {self.reason}" if self.date else self.reason

    def is_announced_on(self, today: datetime.date) -> bool:
        """Whether its announcement is to be seen on a day: on its date and the day before."""
        return datetime.timedelta(0) <= self.date - today <= datetime.timedelta(days=1)

    def clean(self) -> None:
        super().clean()
        errors = year_errors({"date": self.date})
        same_day = OpeningException.objects.filter(department=self.department_id, date=self.date)
        if self.date and same_day.exclude(pk=self.pk).exists():
            errors["date"] = ValidationError(SECOND_EXCEPTION, code="two")
        raise_all(errors)
