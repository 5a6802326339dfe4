"""The table of the report with a row for each municipality and a total that the columns add up to."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from methodology.access import visible_municipalities
from methodology.activity.tallies import by_municipality
from methodology.counting import ANY, Scope, attendances, listing, served
from pages.models import Municipality


@dataclass(frozen=True)
class Cell:
    """A number and the address of its records; none where nothing is counted."""

    value: int
    url: str = ""

    @property
    def text(self) -> str:
        """The number as it is written."""
        return str(self.value)


@dataclass(frozen=True)
class Row:
    """A municipality and its numbers."""

    name: str
    cells: list[Cell]


@dataclass(frozen=True)
class Table:
    """The headings, the rows and the sums."""

    headings: list[str | Promise]
    rows: list[Row]
    totals: list[int]


HEADINGS = {
    "libraries": _("Достигнати библиотеки"),
    "consultations": _("Консултации"),
    "consultation_attendances": _("Участия в консултации"),
    "visits": _("Посещения и проучвания"),
    "training_attendances": _("Присъствия на обучения"),
    "cooperation": _("Записи за сътрудничество"),
}


def municipality_table(scope: Scope) -> Table:
    """Return the table: seven queries, one of them for the names."""
    numbers = by_municipality(scope)
    rows = []
    for place in _places(scope):
        addresses = _addresses(replace(scope, municipality=place))
        values = {name: numbers[name].get(place.pk, 0) for name in HEADINGS}
        cells = [Cell(value, addresses[name] if value else "") for name, value in values.items()]
        rows.append(Row(place.display_name, cells))
    totals = [sum(row.cells[place].value for row in rows) for place in range(len(HEADINGS))]
    return Table(list(HEADINGS.values()), rows, totals)


def _places(scope: Scope) -> list[Municipality]:
    keys = visible_municipalities(scope.user)
    places = Municipality.objects.order_by("name")
    # Elsewhere in the country nothing is done; a municipality without a library has no row.
    places = places.filter(pk__in=keys) if keys is not None else places.filter(libraries__isnull=False)
    return list(places.distinct())


def _addresses(scope: Scope) -> dict[str, str]:
    consultations = listing(scope, "consultation")
    return {
        "libraries": served(replace(scope), "library", ANY),
        "consultations": consultations,
        "consultation_attendances": consultations,
        "visits": listing(scope, "visit"),
        "training_attendances": attendances(scope),
        "cooperation": listing(scope, "cooperation"),
    }
