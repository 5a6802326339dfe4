"""The filters of the programme, as parameters of its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.recurrence import FIRST_YEAR, LAST_YEAR
from events.vocabulary import words
from pages.bulgarian import dates
from pages.models import Municipality
from pages.navigation import active_language
from pages.searching import MAX_QUERY

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
SEARCH = {"q": gettext_lazy("Търсене")}


class Chosen(NamedTuple):
    """A filter in use: what it is called, what was chosen, and the parameters that stay without it."""

    label: str
    text: str
    rest: str


@dataclass
class ProgrammeFilters:
    """What a reader asked for: known values, and an error for each value that is not known."""

    values: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    with_days: bool = True

    @classmethod
    def read(cls, query: Mapping[str, str], *, with_days: bool = True) -> "ProgrammeFilters":
        """Read the parameters of an address; at most one query, for the municipalities.

        Without `with_days` no dates are read or offered: a month has its own.
        """
        found = cls(options=_options(), with_days=with_days)
        if text := query.get("q", "").replace("\0", " ").strip():
            found.values["q"] = text[:MAX_QUERY]
        for name in CHOICES:
            found._choose(name, query.get(name, "").strip())
        for name in DAYS if with_days else ():
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

    @property
    def lasting_query(self) -> str:
        """The filters without dates, for links between the list and the months."""
        return urlencode({name: value for name, value in self.values.items() if name not in DAYS})

    @property
    def feed_query(self) -> str:
        """The same filters for the calendar feed; none when a value is not known."""
        values = {} if self.errors else self.values
        language = active_language()
        return urlencode(values if language == "bg" else {**values, "lang": language})

    @property
    def chosen(self) -> list[Chosen]:
        """Each filter in use, with the address that takes it away."""
        labels = {**SEARCH, **CHOICES, **DAYS}
        return [
            Chosen(str(labels[name]), self._spoken(name), self._without(name))
            for name in labels
            if name in self.values
        ]

    def _spoken(self, name: str) -> str:
        value = self.values[name]
        if name in self.days:
            return dates.long_date(self.days[name], active_language())
        return dict(self.options.get(name, ())).get(value, value)

    def _without(self, name: str) -> str:
        return urlencode({other: value for other, value in self.values.items() if other != name})

    def narrow(self, occurrences: "EventOccurrenceQuerySet") -> "EventOccurrenceQuerySet":
        """The occurrences that match; none when a value is not known."""
        if self.errors:
            return occurrences.none()
        for name, verb in VERBS.items():
            if name in self.values:
                occurrences = getattr(occurrences, verb)(self.values[name])
        if "q" in self.values:
            occurrences = occurrences.matching(self.values["q"])
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
        days = DAYS if self.with_days else {}
        return [
            *(self._field(name, label, type="search", maxlength=MAX_QUERY) for name, label in SEARCH.items()),
            *chosen,
            *(self._field(name, label, type="date") for name, label in days.items()),
        ]

    def _field(self, name: str, label: object, **more: object) -> dict[str, object]:
        value, error = self.values.get(name, ""), self.errors.get(name, "")
        return {"name": name, "label": label, "value": value, "error": error, **more}


def _options() -> dict[str, list[tuple[str, str]]]:
    held = ("category", "audience", "department")
    options = {name: [(word.slug, word.name) for word in words(name)] for name in held}
    places = Municipality.objects.order_by("name")
    options["municipality"] = [(place.slug, place.display_name) for place in places]
    return options
