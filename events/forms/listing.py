"""The filters of the programme, as parameters of its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.recurrence import FIRST_YEAR, LAST_YEAR
from events.vocabulary import words
from pages.models import Municipality

if TYPE_CHECKING:
    from events.querysets.occurrences import EventOccurrenceQuerySet

CHOICES = {
    "category": gettext_lazy("Категория"),
    "audience": gettext_lazy("За кого"),
    "department": gettext_lazy("Отдел"),
    "municipality": gettext_lazy("Община"),
}
VERBS = {
    "category": "in_category",
    "audience": "for_audience",
    "department": "in_department",
    "municipality": "in_municipality",
}
DAYS = {"from": gettext_lazy("От дата"), "to": gettext_lazy("До дата")}


@dataclass
class ProgrammeFilters:
    """What a reader asked for: known values, and an error for each value that is not known."""

    values: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "ProgrammeFilters":
        """Read the parameters of an address; at most one query, for the municipalities."""
        found = cls(options=_options())
        for name in CHOICES:
            found._choose(name, query.get(name, "").strip())
        for name in DAYS:
            found._day(name, query.get(name, "").strip())
        first, last = found.days.get("from"), found.days.get("to")
        if first and last and last < first:
            found.errors["to"] = _("Крайната дата е преди началната.")
        return found

    def _choose(self, name: str, value: str) -> None:
        if not value:
            return
        self.values[name] = value[:100]
        if value not in dict(self.options[name]):
            self.errors[name] = _("Няма такава стойност. Изберете друга от списъка.")

    def _day(self, name: str, value: str) -> None:
        if not value:
            return
        self.values[name] = value[:20]
        try:
            day = parse_date(value)
        except ValueError:
            day = None
        if day and FIRST_YEAR <= day.year <= LAST_YEAR:
            self.days[name] = day
        else:
            self.errors[name] = _("Няма такава дата. Пример за дата: 2026-11-30.")

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.values)

    @property
    def query(self) -> str:
        """The same filters for links: „category=klub&from=2026-11-01“."""
        return urlencode(self.values)

    def narrow(self, occurrences: "EventOccurrenceQuerySet") -> "EventOccurrenceQuerySet":
        """The occurrences that match; none when a value is not known."""
        if self.errors:
            return occurrences.none()
        for name, verb in VERBS.items():
            if name in self.values:
                occurrences = getattr(occurrences, verb)(self.values[name])
        if "from" in self.days:
            occurrences = occurrences.filter(last_day__gte=self.days["from"])
        if "to" in self.days:
            occurrences = occurrences.filter(first_day__lte=self.days["to"])
        return occurrences

    @property
    def fields(self) -> list[dict[str, object]]:
        """The fields of the form, as the component takes them; a choice of nothing is left out."""
        chosen = [
            self._field(name, label, options=self.options[name])
            for name, label in CHOICES.items()
            if self.options[name]
        ]
        return [*chosen, *(self._field(name, label, type="date") for name, label in DAYS.items())]

    def _field(self, name: str, label: object, **more: object) -> dict[str, object]:
        value, error = self.values.get(name, ""), self.errors.get(name, "")
        return {"name": name, "label": label, "value": value, "error": error, **more}


def _options() -> dict[str, list[tuple[str, str]]]:
    held = ("category", "audience", "department")
    options = {name: [(word.slug, word.name) for word in words(name)] for name in held}
    places = Municipality.objects.order_by("name")
    options["municipality"] = [(place.slug, place.display_name) for place in places]
    return options
