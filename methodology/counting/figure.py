"""A number with its unit and its records; the dozen that the dashboard shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from methodology.counting.addresses import attendances, listing, served
from methodology.counting.scope import ANY, CONSULTATION, TRAINING, VISIT, Scope
from methodology.models import VisitKind


@dataclass(frozen=True)
class Figure:
    """A number with its unit in words and the address of the records it counts; empty for none."""

    name: str
    label: str | Promise
    value: int
    url: str = ""

    @property
    def text(self) -> str:
        """The number as it is written."""
        return str(self.value)


def figures(scope: Scope) -> list[Figure]:
    """Return the department's figures; about a dozen queries, whatever they count."""
    return [*_consultation_figures(scope), *_visit_figures(scope), *_training_figures(scope), *reach(scope)]


def _consultation_figures(scope: Scope) -> Iterable[Figure]:
    records, address = scope.consultations(), listing(scope, "consultation")
    yield Figure("consultations", _("Консултации"), records.count(), address)
    yield Figure("consultation_attendances", _("Участия в консултации"), _total(records, "reached"), address)
    yield consulted_libraries(scope)


def consulted_libraries(scope: Scope) -> Figure:
    """Return how many libraries were consulted."""
    number, address = scope.libraries(CONSULTATION).count(), served(scope, "library", CONSULTATION)
    return Figure("consulted_libraries", _("Консултирани библиотеки"), number, address)


def _visit_figures(scope: Scope) -> Iterable[Figure]:
    records, address = scope.visits(), listing(scope, "visit")
    surveys = listing(scope, "visit", kind=VisitKind.SURVEY.value)
    libraries, reached = scope.libraries(VISIT), served(scope, "library", VISIT)
    settlements = libraries.order_by().values("settlement").distinct().count()
    yield Figure("visits", _("Посещения и проучвания"), records.count(), address)
    yield Figure("surveys", _("от тях теренни проучвания"), scope.visits(VisitKind.SURVEY).count(), surveys)
    yield Figure("visit_attendances", _("Срещнати хора (участия)"), _total(records, "met"), address)
    yield Figure("visited_libraries", _("Посетени библиотеки"), libraries.count(), reached)
    yield Figure("visited_settlements", _("Посетени населени места"), settlements, reached)


def _training_figures(scope: Scope) -> Iterable[Figure]:
    number, address = scope.attendances().count(), attendances(scope)
    yield Figure("training_attendances", _("Присъствия на обучения"), number, address)
    yield trained_libraries(scope)


def trained_libraries(scope: Scope) -> Figure:
    """Return from how many libraries people came to trainings."""
    number, address = scope.libraries(TRAINING).count(), served(scope, "library", TRAINING)
    return Figure("trained_libraries", _("Библиотеки с обучени хора"), number, address)


def reach(scope: Scope) -> Iterable[Figure]:
    """Give what was reached in any way, and the work with the administrations."""
    libraries, people = scope.libraries().count(), scope.people().count()
    yield Figure("libraries", _("Достигнати библиотеки"), libraries, served(scope, "library", ANY))
    yield Figure("people", _("Хора (назовани поименно)"), people, served(scope, "person", ANY))
    number, address = scope.cooperation().count(), listing(scope, "cooperation")
    yield Figure("cooperation", _("Записи за сътрудничество"), number, address)


def _total(records: Any, field: str) -> int:
    return int(records.aggregate(total=Sum(field))["total"] or 0)
