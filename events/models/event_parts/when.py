"""The dates of an event: the first one, how it repeats, and the checks of both."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel

from events.fields import RecurrenceField
from events.hours import Week
from events.models.event_parts.date_errors import date_errors, rule_errors
from events.models.limits import raise_all
from events.planning import When
from events.planning.visiting import week_of
from events.recurrence import Rule, UnsupportedRule, to_wall
from events.wording import user_error
from events.wording.week import visiting_text

# A week with two intervals a day.
MAX_VISITING = 14
FIRST_DATE = _(
    "Ако се повтаря: първата дата. Когато не съвпада с повторението, се мести на първата, която съвпада."
)


class EventDates(models.Model):
    """When an event takes place; wall-clock time in Europe/Sofia."""

    start_date = models.DateField(
        _("дата"),
        help_text=_("При повторение: първата дата. Ако не е ден от правилото, става първата, която е."),
    )
    start_time = models.TimeField(
        _("начален час"), null=True, blank=True, help_text=_("Празно: цял ден, например изложба.")
    )
    end_date = models.DateField(
        _("последен ден"), null=True, blank=True, help_text=_("Включително. Празно: същият ден.")
    )
    end_time = models.TimeField(_("краен час"), null=True, blank=True)
    recurrence = RecurrenceField(_("повторение"), blank=True)
    opening_start = models.DateTimeField(
        _("откриване"),
        null=True,
        blank=True,
        help_text=_("За изложба: кога е откриването. То е отделна дата в програмата."),
    )

    # The date an editor entered, when the rule has moved the start to its first date.
    start_moved_from: date | None = None

    date_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date", help_text=FIRST_DATE), FieldPanel("start_time")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
                FieldPanel("opening_start"),
            ],
            heading=_("Кога"),
        ),
        InlinePanel(
            "visiting_hours",
            heading=_("Часове за посещение на изложба"),
            label=_("Часове"),
            help_text=_("В кои дни и часове може да се разгледа, например вторник – събота, 10:00–17:00."),
            max_num=MAX_VISITING,
        ),
        FieldPanel("recurrence"),
        HelpPanel(template="events/admin/event_dates.html", heading=_("Следващи дати")),
        InlinePanel(
            "changes",
            heading=_("Промени на отделни дати"),
            label=_("Промяна"),
            help_text=_("Отменете, преместете или добавете една дата, без да променяте останалите."),
            max_num=200,
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self.check_dates()

    def check_dates(self) -> None:
        """Check the dates, then write the rule in its one form and move the start to its first date."""
        raise_all(date_errors(self))
        if self.start_date is None or not self.recurrence:
            return
        try:
            self._fit_to_rule()
        except UnsupportedRule as problem:
            raise ValidationError({"recurrence": user_error(problem)}) from problem
        raise_all(rule_errors(self.when))

    def _fit_to_rule(self) -> None:
        start = self.first_start
        rule = Rule.parse(self.recurrence, start).fitted_to(start)
        rule.check_not_empty(start)
        self.recurrence = str(rule)
        first = rule.aligned(start)
        moved_by = (first if not isinstance(first, datetime) else first.date()) - self.start_date
        if moved_by:
            self.start_moved_from = self.start_date
        self.start_date += moved_by
        if self.end_date:
            self.end_date += moved_by

    @property
    def first_start(self) -> date | datetime:
        """The first start: a date for an all-day event, a naive wall-clock datetime otherwise."""
        return When(self.start_date, self.start_time).start

    @property
    def rule(self) -> Rule | None:
        """How the event repeats. UnsupportedRule for a text outside the profile."""
        return Rule.parse(self.recurrence) if self.recurrence else None

    @property
    def when(self) -> When:
        """The dates as the plain rules take them."""
        return When(
            self.start_date,
            self.start_time,
            self.end_date,
            self.end_time,
            self.rule,
            to_wall(self.opening_start) if self.opening_start else None,
        )

    @property
    def visiting_week(self) -> Week:
        """The week of an exhibition that has visiting hours; the rows of a form are checked by the form."""
        rows = self.visiting_hours.all()  # type: ignore[attr-defined]
        return week_of(row.as_visiting() for row in rows if row.opens < row.closes)

    @property
    def visiting_text(self) -> str:
        """„вторник – събота 10:00–17:00“, in the active language; empty without visiting hours."""
        return visiting_text(self.visiting_week) if self.is_span else ""

    @property
    def is_recurring(self) -> bool:
        return bool(self.recurrence)

    @property
    def is_span(self) -> bool:
        """Whether it lasts for several whole days, as an exhibition does."""
        return self.start_time is None and self.end_date is not None and self.end_date > self.start_date
