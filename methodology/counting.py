"""The one door to the department's figures: what is counted, how, and which records stand behind it.

An attendance is somebody present once; a person is somebody however often present; a library counts once
however many of its people came. Every figure names its unit and leads to the list it was counted from.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Sum
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from methodology.models import Consultation, Cooperation, Library, Person, Registration, Visit, VisitKind
from methodology.querysets import ConsultationQuerySet, CooperationQuerySet, LibraryQuerySet, VisitQuerySet
from methodology.querysets.people import PersonQuerySet
from methodology.querysets.registrations import RegistrationQuerySet
from pages.models import Municipality

# The ways to be reached.
CONSULTATION, VISIT, TRAINING, ANY = "consultation", "visit", "training", "any"
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """A half-open span of days."""

    first: datetime.date
    before: datetime.date

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return a calendar year."""
        return cls(datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1))

    @property
    def last(self) -> datetime.date:
        """The last day that belongs to it."""
        return self.before - DAY


@dataclass(frozen=True)
class Scope:
    """What is counted: a period, perhaps of one municipality or one project, seen by somebody."""

    period: Period
    user: Any
    municipality: Municipality | None = None
    project: str = ""

    def consultations(self) -> ConsultationQuerySet:
        """The consultations."""
        return self._narrow(Consultation.objects.all())

    def visits(self, *kinds: str) -> VisitQuerySet:
        """The visits to libraries, of all kinds or of some."""
        records = Visit.objects.of_kind(*kinds) if kinds else Visit.objects.all()
        return self._narrow(records)

    def cooperation(self) -> CooperationQuerySet:
        """The work with the administrations."""
        return self._narrow(Cooperation.objects.all())

    def attendances(self) -> RegistrationQuerySet:
        """The confirmed attendances of trainings that began in the period."""
        return self._narrow(Registration.objects.attended())

    def libraries(self, how: str = ANY) -> LibraryQuerySet:
        """The libraries reached in a way, each once."""
        return Library.objects.visible_to(self.user).served_by(*self._records(how))

    def people(self, how: str = ANY) -> PersonQuerySet:
        """The people named in the records of a way, each once."""
        keys = [
            rows.values("person" if isinstance(rows, RegistrationQuerySet) else "persons")
            for rows in self._records(how)
        ]
        return Person.objects.visible_to(self.user).named_in(*keys)

    def _records(self, how: str) -> list[Any]:
        ways: dict[str, Callable[[], Any]] = {
            CONSULTATION: self.consultations,
            VISIT: self.visits,
            TRAINING: self.attendances,
        }
        return [records() for name, records in ways.items() if how in (name, ANY)]

    def _narrow(self, records: Any) -> Any:
        records = records.visible_to(self.user).between(self.period.first, self.period.before)
        if self.municipality is not None:
            records = records.of_municipalities([self.municipality.pk])
        return records.for_project(self.project) if self.project else records


@dataclass(frozen=True)
class Figure:
    """A number with its unit in words and the address of the records it counts; empty for none."""

    name: str
    label: str | Promise
    value: int
    url: str = ""


def figures(scope: Scope) -> list[Figure]:
    """Return the department's figures; about a dozen queries, whatever they count."""
    return [*_consultation_figures(scope), *_visit_figures(scope), *_training_figures(scope), *_all(scope)]


def _consultation_figures(scope: Scope) -> list[Figure]:
    records, address = scope.consultations(), listing(scope, "consultation")
    libraries = scope.libraries(CONSULTATION).count()
    return [
        Figure("consultations", _("Консултации"), records.count(), address),
        Figure("consultation_attendances", _("Участия в консултации"), _total(records, "reached"), address),
        Figure(
            "consulted_libraries",
            _("Консултирани библиотеки"),
            libraries,
            served(scope, "library", CONSULTATION),
        ),
    ]


def _visit_figures(scope: Scope) -> list[Figure]:
    records, address = scope.visits(), listing(scope, "visit")
    surveys = listing(scope, "visit", kind=VisitKind.SURVEY.value)
    libraries, reached = scope.libraries(VISIT), served(scope, "library", VISIT)
    settlements = libraries.order_by().values("settlement").distinct().count()
    return [
        Figure("visits", _("Посещения и проучвания"), records.count(), address),
        Figure("surveys", _("от тях теренни проучвания"), scope.visits(VisitKind.SURVEY).count(), surveys),
        Figure("visit_attendances", _("Срещнати хора (участия)"), _total(records, "met"), address),
        Figure("visited_libraries", _("Посетени библиотеки"), libraries.count(), reached),
        Figure("visited_settlements", _("Посетени населени места"), settlements, reached),
    ]


def _training_figures(scope: Scope) -> list[Figure]:
    libraries = scope.libraries(TRAINING)
    days = {"start_date_from": str(scope.period.first), "start_date_to": str(scope.period.last)}
    attendances = scope.attendances().count()
    return [
        Figure("training_attendances", _("Присъствия на обучения"), attendances, _address("training", days)),
        Figure(
            "trained_libraries",
            _("Библиотеки с обучени хора"),
            libraries.count(),
            served(scope, "library", TRAINING),
        ),
    ]


def _all(scope: Scope) -> list[Figure]:
    cooperation = listing(scope, "cooperation")
    return [
        Figure(
            "libraries", _("Достигнати библиотеки"), scope.libraries().count(), served(scope, "library", ANY)
        ),
        Figure("people", _("Хора (назовани поименно)"), scope.people().count(), served(scope, "person", ANY)),
        Figure("cooperation", _("Записи за сътрудничество"), scope.cooperation().count(), cooperation),
    ]


def listing(scope: Scope, model: str, **more: str) -> str:
    """Return the address of the records of a scope, listed by the verbs that counted them."""
    return _address(model, _chosen(scope, "date") | more)


def served(scope: Scope, model: str, how: str) -> str:
    """Return the address of the libraries or people reached in a way."""
    return _address(model, _chosen(scope, "served") | {"served_how": how})


def _chosen(scope: Scope, name: str) -> dict[str, str]:
    days = {f"{name}_from": scope.period.first, f"{name}_to": scope.period.last}
    chosen = {key: day.isoformat() for key, day in days.items()}
    place = "served_municipality" if name == "served" else "municipality"
    project = "served_project" if name == "served" else "project"
    if scope.municipality is not None:
        chosen[place] = str(scope.municipality.pk)
    return chosen | ({project: scope.project} if scope.project else {})


def _address(model: str, query: dict[str, str]) -> str:
    return f"{reverse(f'wagtailsnippets_methodology_{model}:list')}?{urlencode(query)}"


def _total(records: Any, field: str) -> int:
    return int(records.aggregate(total=Sum(field))["total"] or 0)
