"""Single dates of published events; rows are written by actions only."""

import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.querysets.occurrences import EventOccurrenceQuerySet
from events.recurrence import to_wall
from events.wording.moments import period


class OccurrenceStatus(models.TextChoices):
    """The state of one date."""

    PLANNED = "planned", _("планирано")
    CONFIRMED = "confirmed", _("потвърдено")
    CANCELLED = "cancelled", _("отменено")
    POSTPONED = "postponed", _("отложено")
    MOVED = "moved", _("преместено")
    FULL = "full", _("местата са заети")


class EventOccurrence(models.Model):
    """One date of an event, with an identity that survives changes of rule, time and place."""

    class Kind(models.TextChoices):
        SESSION = "session", _("среща")
        OPENING = "opening", _("откриване")

    event = models.ForeignKey(
        "events.EventPage", verbose_name=_("събитие"), on_delete=models.CASCADE, related_name="occurrences"
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("адрес"), max_length=24)
    kind = models.CharField(_("вид"), max_length=10, choices=Kind.choices, default=Kind.SESSION)
    original_start = models.DateTimeField(_("първоначално начало"))
    start = models.DateTimeField(_("начало"))
    end = models.DateTimeField(_("край"))
    has_end = models.BooleanField(_("краят е известен"), default=True)
    all_day = models.BooleanField(_("цял ден"), default=False)
    first_day = models.DateField(_("първи ден"))
    last_day = models.DateField(_("последен ден"))
    status = models.CharField(
        _("състояние"), max_length=10, choices=OccurrenceStatus.choices, default=OccurrenceStatus.PLANNED
    )
    status_reason = models.CharField(_("причина"), max_length=200, blank=True)
    location = models.CharField(_("място"), max_length=160, blank=True)
    note = models.CharField(_("бележка"), max_length=300, blank=True)
    despite_closure = models.BooleanField(_("провежда се, макар че е затворено"), default=False)
    record = models.TextField(_("запис за програми (JSON)"), blank=True, editable=False)

    objects = EventOccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("дата на събитие")
        verbose_name_plural = _("дати на събития")
        ordering = ["start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "slug"], name="occurrence_slug_per_event"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="occurrence_has_length"
            ),
        ]
        indexes = [
            models.Index(fields=["end", "start"], name="occurrence_end"),
            models.Index(fields=["first_day", "last_day"], name="occurrence_days"),
            models.Index(fields=["event", "start"], name="occurrence_of_event"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.event_id}"

    @property
    def url(self) -> str:
        """The path of this date's page; reads no rows when the event came with `with_event()`."""
        return f"{self.event.get_url() or ''}{self.slug}/"

    @property
    def title(self) -> str:
        """The title of the event; the opening of an exhibition says so."""
        if self.kind == self.Kind.OPENING:
            return gettext("Откриване: %(title)s") % {"title": self.event.title}
        return self.event.title

    @property
    def when(self) -> str:
        """When it takes place, in the active language: „сряда, 25 ноември 2026 г., 18:00–19:30“."""
        return period(self.first_day, self.last_day, self.all_day, self.local_start, self.local_end)

    @property
    def was(self) -> str:
        """When it was to take place before it was moved; empty when the time has not changed."""
        if self.start == self.original_start:
            return ""
        start = self.original_local_start
        return period(start.date(), start.date(), self.all_day, start, None)

    @property
    def meta(self) -> list[str]:
        """Where, for whom, at what price: what a row of a list says in small print."""
        return [self.all_places, self.event.audience_text, self.event.price]

    @property
    def place(self) -> str:
        """Where it takes place: its own place when it was moved, else the event's."""
        return self.location or self.event.location

    @property
    def all_places(self) -> str:
        """Every place by its name; reads no rows when the occurrence came `with_places()`."""
        return self.location or "; ".join(self.event.place_names)

    @property
    def is_cancelled(self) -> bool:
        return self.status == OccurrenceStatus.CANCELLED

    @property
    def is_span(self) -> bool:
        """Whether it lasts for several whole days, as an exhibition does."""
        return self.all_day and self.last_day > self.first_day

    @property
    def is_past(self) -> bool:
        return self.end <= timezone.now()

    @property
    def local_start(self) -> datetime:
        """The start as clocks in Europe/Sofia show it (naive)."""
        return to_wall(self.start)

    @property
    def local_end(self) -> datetime | None:
        """The end as clocks in Europe/Sofia show it (naive); None when nobody said when it ends."""
        return to_wall(self.end) if self.has_end else None

    @property
    def original_local_start(self) -> datetime:
        """The start before any change, as clocks in Europe/Sofia show it (naive)."""
        return to_wall(self.original_start)
