"""The figures of the report, one module-level function for each section; each says what it counts.

Every function asks the same questions whatever is recorded, and gives its figures in the same order, so
that two periods stand beside each other.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from methodology.counting import ANY, ON_SITE, SURVEY, TRAINING, Figure, Scope, listing, served
from methodology.counting.addresses import attendances, network, trainings
from methodology.counting.figure import consulted_libraries, reach, trained_libraries
from methodology.models import Channel, CooperationKind, LibraryKind, TrainingKind, VisitKind

Figures = Iterable[Figure]


def overview(scope: Scope) -> Figures:
    """Libraries and people reached in any way, each once, and the records of cooperation: three queries."""
    return reach(scope)


def consultations(scope: Scope) -> Figures:
    """Consultations with their attendances, the libraries, and the ways: two queries."""
    rows = _grouped(scope.consultations(), "channel", "reached")
    number, total = (sum(row[place] for row in rows.values()) for place in (0, 1))
    address = listing(scope, "consultation")
    yield Figure("consultations", _("Консултации"), number, address)
    yield Figure("consultation_attendances", _("Участия в консултации"), total, address)
    yield consulted_libraries(scope)
    for channel in Channel:
        value = rows.get(channel.value, (0, 0))[0]
        yield Figure(
            f"channel-{channel.value}",
            channel.label,
            value,
            listing(scope, "consultation", channel=channel.value),
        )


def visits(scope: Scope) -> Figures:
    """Visits and field surveys, each with libraries, settlements and people met: three queries."""
    rows = _grouped(scope.visits(), "kind", "met")
    names = {
        VisitKind.VISIT: ("visits", ON_SITE, _("Посещения на място")),
        VisitKind.SURVEY: ("surveys", SURVEY, _("Теренни проучвания")),
    }
    for kind, (name, how, label) in names.items():
        number, met = rows.get(kind.value, (0, 0))
        address, libraries = listing(scope, "visit", kind=kind.value), served(scope, "library", how)
        places = scope.libraries(how).aggregate(
            libraries=Count("pk"), settlements=Count("settlement", distinct=True)
        )
        yield Figure(name, label, number, address)
        yield Figure(f"{name}_settlements", _("– населени места"), places["settlements"], libraries)
        yield Figure(f"{name}_libraries", _("– библиотеки"), places["libraries"], libraries)
        yield Figure(f"{name}_met", _("– срещнати хора (участия)"), met, address)


def training(scope: Scope) -> Figures:
    """Trainings held, their attendances, people and libraries, and the kinds: four queries."""
    held = dict(scope.trainings().order_by().values_list("kind").annotate(number=Count("pk")))
    rows = _grouped(scope.attendances(), "training__kind", "days_attended")
    came, days = (sum(row[place] for row in rows.values()) for place in (0, 1))
    yield Figure("trainings", _("Проведени обучения и срещи"), sum(held.values()), trainings(scope))
    yield Figure("training_attendances", _("Присъствия на обучения"), came, attendances(scope))
    yield Figure("attendance_days", _("– човекодни"), days, attendances(scope))
    yield Figure(
        "trained_people",
        _("– хора (назовани поименно)"),
        scope.people(TRAINING).count(),
        served(scope, "person", TRAINING),
    )
    yield trained_libraries(scope)
    for kind in TrainingKind:
        address = trainings(scope, kind=kind.value)
        yield Figure(f"held-{kind.value}", kind.label, held.get(kind.value, 0), address)
        present, address = rows.get(kind.value, (0, 0))[0], attendances(scope, kind=kind.value)
        yield Figure(f"came-{kind.value}", _("– присъствия"), present, address)


def cooperation(scope: Scope) -> Figures:
    """Records of the work with the administrations by kind: one query."""
    rows = dict(scope.cooperation().order_by().values_list("kind").annotate(number=Count("pk")))
    for kind in CooperationKind:
        address = listing(scope, "cooperation", kind=kind.value)
        yield Figure(f"cooperation-{kind.value}", kind.label, rows.get(kind.value, 0), address)


def libraries(scope: Scope) -> Figures:
    """The libraries that worked on the last day, by kind: one query."""
    rows = dict(scope.network().order_by().values_list("kind").annotate(number=Count("pk")))
    yield Figure("network", _("Действащи библиотеки в края на периода"), sum(rows.values()), network(scope))
    for kind in LibraryKind:
        address = f"{network(scope)}&kind={kind.value}"
        yield Figure(f"network-{kind.value}", kind.label, rows.get(kind.value, 0), address)


def by_municipality(scope: Scope) -> dict[str, dict[int, int]]:
    """Return the numbers of each municipality by its key, column by column: six queries."""
    place = "library__municipality"
    return {
        "libraries": _count(scope.libraries(ANY), "municipality"),
        "consultations": _count(scope.consultations(), "municipality"),
        "consultation_attendances": _total(scope.consultations(), "municipality", "reached"),
        "visits": _count(scope.visits(), "municipality"),
        "training_attendances": _count(scope.attendances(), place),
        "cooperation": _count(scope.cooperation(), "municipality"),
    }


def _grouped(records: Any, key: str, total: str) -> dict[str, tuple[int, int]]:
    """Return how many records there are of each kind and the total of a field; one query."""
    rows = records.order_by().values_list(key).annotate(number=Count("pk"), total=Sum(total))
    return {kind: (number, int(total or 0)) for kind, number, total in rows}


def _count(records: Any, key: str) -> dict[int, int]:
    return dict(records.order_by().values_list(key).annotate(number=Count("pk")))


def _total(records: Any, key: str, field: str) -> dict[int, int]:
    return dict(records.order_by().values_list(key).annotate(number=Sum(field)))
