"""Closures: one object that changes hours, touches events and appears in the closed-day feeds."""

from datetime import date, timedelta
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

from events import hours
from events.fields import RecurrenceField
from events.forms.closures import ClosureForm
from events.models.announcements import Announcing
from events.models.limits import MAX_CLOSURE_DAYS, period_errors, raise_all, year_errors
from events.querysets.closures import ClosureQuerySet
from events.recurrence import Rule, UnsupportedRule, UserError
from events.wording import user_error
from events.wording.moments import day_heading
from pages.navigation import active_language

EDITOR_DATES = 12


class Closure(Announcing):
    """Why and when the library, or some departments, do not serve readers."""

    class Kind(models.TextChoices):
        NO_READERS = "no_readers", _("неработен ден с читатели")
        HOLIDAY = "holiday", _("официален празник")
        REPAIR = "repair", _("ремонт")
        INVENTORY = "inventory", _("инвентаризация")
        ELECTION = "election", _("избори")
        OTHER = "other", _("друго")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("предложено")
        CONFIRMED = "confirmed", _("потвърдено")
        WITHDRAWN = "withdrawn", _("оттеглено")

    departments = models.ManyToManyField(
        "events.Department",
        verbose_name=_("отдели"),
        blank=True,
        related_name="closures",
        help_text=_("Без избран отдел е затворена цялата библиотека."),
    )

    kind = models.CharField(_("вид"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    reason = models.CharField(
        _("причина"),
        max_length=200,
        blank=True,
        help_text=_("Посетителите я виждат. Празно: думите на вида, например „официален празник“."),
    )
    reason_en = models.CharField(_("причина на английски"), max_length=200, blank=True)
    start_date = models.DateField(_("първи ден"))
    end_date = models.DateField(
        _("последен ден"),
        null=True,
        blank=True,
        help_text=_("Включително. Празно: един ден, а при повторение – без край."),
    )
    recurrence = RecurrenceField(
        _("повторение"),
        blank=True,
        help_text=_("Например всеки последен четвъртък от месеца. Всяко повторение затваря един ден."),
    )
    announce_from = models.DateField(
        _("съобщението се вижда от"), null=True, blank=True, help_text=_("Празно: от деня преди затварянето.")
    )
    state = models.CharField(
        _("състояние"),
        max_length=10,
        choices=State.choices,
        default=State.CONFIRMED,
        db_index=True,
        help_text=_("Само потвърдените затварят."),
    )
    # The public holiday it was proposed for, whatever day an editor gave it: nothing is proposed twice.
    holiday_date = models.DateField(null=True, blank=True, editable=False)
    # The stamp of its days in calendars: a subscriber's program asks whether they changed.
    changed_at = models.DateTimeField(_("последна промяна"), auto_now=True)

    objects = ClosureQuerySet.as_manager()

    base_form_class = ClosureForm
    panels = [
        HelpPanel(template="events/admin/closure_templates.html"),
        FieldPanel("kind"),
        FieldPanel("reason"),
        FieldPanel("reason_en"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]), FieldPanel("recurrence")],
            heading=_("Кога"),
        ),
        HelpPanel(template="events/admin/closure_dates.html", heading=_("Следващи затворени дни")),
        FieldPanel("departments", widget=CheckboxSelectMultiple),
        MultiFieldPanel(
            [FieldPanel("announcement"), FieldPanel("announcement_en"), FieldPanel("announce_from")],
            heading=_("Съобщение"),
        ),
        HelpPanel(template="events/admin/effects.html", heading=_("Какво ще се промени")),
    ]

    class Meta:
        verbose_name = _("затваряне")
        verbose_name_plural = _("затваряния")
        ordering = ["-start_date"]
        constraints = [models.UniqueConstraint(fields=["holiday_date"], name="closure_once_per_holiday")]

    def __str__(self) -> str:
        return f"{self.reason_in('bg')}, {self.start_date:%d.%m.%Y}" if self.start_date else self.reason

    def clean(self) -> None:
        super().clean()
        errors = year_errors(
            {"start_date": self.start_date, "end_date": self.end_date, "announce_from": self.announce_from}
        )
        # A recurring closure may be valid for years: each of its dates closes a single day.
        most_days = 366 * 111 if self.recurrence else MAX_CLOSURE_DAYS
        errors |= period_errors(self.start_date, self.end_date, "end_date", most_days)
        raise_all(errors)
        if not self.recurrence or self.start_date is None:
            return
        try:
            self._fit_rule()
        except UnsupportedRule as problem:
            raise ValidationError({"recurrence": user_error(problem)}) from problem

    def _fit_rule(self) -> None:
        """Write the rule in its one form; UnsupportedRule or ValidationError when it closes no day."""
        rule = Rule.parse(self.recurrence, self.start_date).fitted_to(self.start_date)
        rule.check_not_empty(self.start_date)
        self.recurrence = str(rule)
        found = rule.next_dates(self.start_date, self.start_date, 1)
        if not found or (self.end_date and found[0] > self.end_date):
            error = _("В този период правилото не дава нито една дата. Променете правилото или дните.")
            raise ValidationError({"recurrence": ValidationError(error, code="no-dates")})

    @property
    def rule(self) -> Rule | None:
        """How it repeats; None for a single period. UnsupportedRule for a text outside the profile."""
        return Rule.parse(self.recurrence) if self.recurrence else None

    @property
    def last_day(self) -> date | None:
        """The last day, inclusive; None when it repeats without an end."""
        return self.end_date if self.end_date or self.recurrence else self.start_date

    def reason_in(self, language: str) -> str:
        """Why it is closed, in `bg` or `en`; the words of the kind when no reason was given."""
        written = (self.reason_en or self.reason) if language == "en" else self.reason
        return written or hours.CLOSURE_KINDS[self.kind]["en" if language == "en" else "bg"]

    def is_announced_on(self, today: date) -> bool:
        """Whether its announcement is to be seen on a day: from the day before, unless told otherwise."""
        horizon = today + timedelta(days=MAX_CLOSURE_DAYS - 1)
        begins = self.announce_from or date.min
        coming = next(iter(hours.closed_dates(self.as_rule(), today, horizon)), None)
        if coming is None or today < begins:
            return False
        return bool(self.announce_from) or coming <= today + timedelta(days=1)

    def as_rule(self) -> hours.ClosureRule:
        """The closure as the plain rules take it; UserError for a row that cannot be."""
        return hours.ClosureRule(
            self.kind,
            self.reason,
            self.start_date,
            self.end_date,
            self.rule,
            f"closure-{self.pk}",
            self.reason_en,
        )

    def dates_for_editor(self) -> list[str]:
        """The next days it closes, in words, as far as the form is filled in."""
        if self.start_date is None:
            return []
        today = timezone.localdate()
        try:
            days = hours.closed_dates(self.as_rule(), today, today + timedelta(days=MAX_CLOSURE_DAYS - 1))
        except UserError:
            return []
        return [day_heading(day) for day in islice(days, EDITOR_DATES)]

    @property
    def rule_sentence(self) -> str:
        """How it repeats, in the active language, with a capital; empty for a single period."""
        try:
            said = self.rule.sentence(active_language(), self.start_date) if self.rule else ""
        except UserError:
            return ""
        return said[:1].upper() + said[1:]
