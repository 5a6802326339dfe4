"""What is counted: the verbs that the figures and the lists behind them share."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from methodology.counting.period import Period
from methodology.models import (
    Consultation,
    Cooperation,
    DownloadDay,
    Library,
    Person,
    Registration,
    Survey,
    Training,
    Visit,
    VisitKind,
)
from methodology.querysets import (
    ConsultationQuerySet,
    CooperationQuerySet,
    DownloadDayQuerySet,
    LibraryQuerySet,
    PersonQuerySet,
    RegistrationQuerySet,
    SurveyQuerySet,
    TrainingQuerySet,
    VisitQuerySet,
)
from pages.models import Municipality

# The ways to be reached.
CONSULTATION, VISIT, ON_SITE, SURVEY = "consultation", "visit", "on-site", "survey"
TRAINING, ANY = "training", "any"


@dataclass(frozen=True)
class Scope:
    """What is counted: a period, perhaps of one municipality or one project, seen by somebody."""

    period: Period
    user: Any
    municipality: Municipality | None = None
    project: str = ""

    @property
    def previous(self) -> "Scope":
        """The same in the period before."""
        return replace(self, period=self.period.previous)

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

    def trainings(self) -> TrainingQuerySet:
        """The trainings that began in the period and took place."""
        records = Training.objects.held().visible_to(self.user)
        records = records.began_in(self.period.first, self.period.before)
        if self.municipality is not None:
            records = records.of_municipalities([self.municipality.pk])
        return records.for_project(self.project) if self.project else records

    def attendances(self) -> RegistrationQuerySet:
        """The confirmed attendances of trainings that began in the period."""
        return self._narrow(Registration.objects.attended())

    def surveys(self) -> SurveyQuerySet:
        """The surveys after those trainings, each as a whole: nobody's answers belong to a municipality."""
        found: SurveyQuerySet = Survey.objects.filter(training__in=self.trainings().order_by().values("pk"))
        return found

    def downloads(self) -> DownloadDayQuerySet:
        """The days on which files of materials were taken."""
        found: DownloadDayQuerySet = DownloadDay.objects.between(self.period.first, self.period.before)
        return found

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

    def network(self) -> LibraryQuerySet:
        """The libraries that worked on the last day."""
        libraries = Library.objects.visible_to(self.user).active_on(self.period.last)
        return libraries if self.municipality is None else libraries.of_municipalities([self.municipality.pk])

    def _records(self, how: str) -> list[Any]:
        ways: dict[str, Callable[[], Any]] = {
            CONSULTATION: self.consultations,
            VISIT: self.visits,
            TRAINING: self.attendances,
        }
        parts = {ON_SITE: VisitKind.VISIT, SURVEY: VisitKind.SURVEY}
        if how in parts:
            return [self.visits(parts[how])]
        return [records() for name, records in ways.items() if how in (name, ANY)]

    def _narrow(self, records: Any) -> Any:
        records = records.visible_to(self.user).between(self.period.first, self.period.before)
        if self.municipality is not None:
            records = records.of_municipalities([self.municipality.pk])
        return records.for_project(self.project) if self.project else records
